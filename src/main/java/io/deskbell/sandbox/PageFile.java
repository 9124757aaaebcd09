package io.deskbell.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A part of the page, as it lies beside this class. */
record PageFile(String type, byte[] content) {
    static PageFile read(String name, String type) {
        try (InputStream in = PageFile.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " was left out of the build");
            return new PageFile(type, in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void sendTo(HttpExchange exchange) throws IOException {
        Answers.send(exchange, 200, type, content);
    }
}
