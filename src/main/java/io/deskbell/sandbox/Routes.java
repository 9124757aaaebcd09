package io.deskbell.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * What is found where. Turns away whoever came by another name than this computer's own: a web page anywhere could
 * point its name here and read callers' numbers (DNS rebinding), or post events to it from the agent's browser.
 */
final class Routes implements HttpHandler {
    private static final Map<String, PageFile> FILES = Map.of(
            "/", PageFile.read("conversations.html", "text/html; charset=utf-8"),
            "/conversations.css", PageFile.read("conversations.css", "text/css; charset=utf-8"),
            "/conversations.js", PageFile.read("conversations.js", "text/javascript; charset=utf-8"));

    private final Set<String> ownNames;
    private final RegisterEventRoute registerEvent;
    private final ShowCustomerRoute showCustomer;
    private final LiveRoute live;

    Routes(int port, RegisterEventRoute registerEvent, ShowCustomerRoute showCustomer, LiveRoute live) {
        this.ownNames = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.registerEvent = registerEvent;
        this.showCustomer = showCustomer;
        this.live = live;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answers.harden(exchange.getResponseHeaders());
            if (!isForUs(exchange.getRequestHeaders())) {
                Answers.text(exchange, 421, "This address is for programs and browsers of this computer only.");
                return;
            }
            String path = exchange.getRequestURI().getRawPath();
            if (path.startsWith(RegisterEventRoute.PATH)) registerEvent.handle(exchange);
            else if (path.equals(ShowCustomerRoute.PATH)) showCustomer.handle(exchange);
            else if (!exchange.getRequestMethod().equals("GET")) Answers.text(exchange, 405, "Only GET.");
            else if (path.equals("/live")) live.handle(exchange);
            else if (FILES.containsKey(path)) FILES.get(path).sendTo(exchange);
            else Answers.text(exchange, 404, "Nothing here. The page is at / and events are posted to "
                    + RegisterEventRoute.PATH + "{key}.");
        }
    }

    private boolean isForUs(Headers headers) {
        String origin = headers.getFirst("Origin");
        boolean ownOrigin = origin == null || ownNames.stream().anyMatch(name -> origin.equals("http://" + name));
        String host = headers.getFirst("Host");
        return host != null && ownNames.contains(host) && ownOrigin;
    }
}
