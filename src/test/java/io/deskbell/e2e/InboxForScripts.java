package io.deskbell.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * An Agent Inbox for the scripts under installer/test, which speak to it through the files of one folder.
 *
 * <pre>
 * port      where it listens, once it does
 * received  a line for each event accepted: path, then body
 * closed    while it is there, every request is answered 503
 * </pre>
 */
final class InboxForScripts {
    private static final int ACCEPTED = 201;
    private static final int UNAVAILABLE = 503;

    private final Path folder;

    private InboxForScripts(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws IOException {
        new InboxForScripts(Path.of(arguments[0])).listen();
    }

    private void listen() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Path half = folder.resolve("port.half"); // A reader never sees a part of a number.
        Files.writeString(half, String.valueOf(server.getAddress().getPort()));
        Files.move(half, folder.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] said = exchange.getRequestBody().readAllBytes();
        boolean closed = Files.exists(folder.resolve("closed"));
        if (!closed && exchange.getRequestMethod().equals("POST")) {
            String line = exchange.getRequestURI().getPath() + " " + new String(said, StandardCharsets.UTF_8) + "\n";
            Files.writeString(folder.resolve("received"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        byte[] body = "{\"ConversationId\":\"4711\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(closed ? UNAVAILABLE : ACCEPTED, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
