package io.deskbell.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** {@code GET /live}: server-sent events (WHATWG HTML §9.2), everything there is first, then each change. */
final class LiveRoute {
    /** A line now and then is how a page that was closed is noticed. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Board board;

    LiveRoute(Board board) {
        this.board = board;
    }

    void handle(HttpExchange exchange) throws IOException {
        Optional<Reader> joined = board.join();
        if (joined.isEmpty()) {
            Answers.text(exchange, 503, "Too many open pages.");
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            tell(joined.get(), exchange.getResponseBody());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            board.leave(joined.get());
        }
    }

    private static void tell(Reader reader, OutputStream out) throws IOException, InterruptedException {
        out.write("retry: 1000\n\n".getBytes(StandardCharsets.UTF_8));
        while (!reader.isLeaving()) {
            String message = reader.next(SIGN_OF_LIFE).orElse(": still here\n\n");
            out.write(message.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
