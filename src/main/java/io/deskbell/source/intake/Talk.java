package io.deskbell.source.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One connection: requests and their answers, until one side has had enough (RFC 9112). */
final class Talk {
    private static final int BUFFER = 2_048;

    private final InputStream in;
    private final OutputStream out;

    Talk(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.out = out;
    }

    /**
     * @param begins told before each request is read
     * @param refusing told of what was not even read
     */
    void hold(Runnable begins, Function<HttpRequest, Answer> answering, Consumer<Refusal> refusing)
            throws IOException {
        boolean goesOn = true;
        while (goesOn) {
            begins.run();
            try {
                Optional<HttpRequest> request = HttpRequest.read(in);
                if (request.isEmpty()) return;
                goesOn = request.get().keepsOpen();
                write(answering.apply(request.get()), goesOn);
            } catch (HttpRequest.RefusedException refused) {
                refusing.accept(refused.why());
                write(refused.why().answer(), false);
                return;
            }
        }
    }

    /** Phones show what they are told, so one that is taken is told nothing. */
    private void write(Answer answer, boolean stays) throws IOException {
        String body = answer.equals(Answer.TAKEN) ? "" : answer.words() + "\n";
        String head = "HTTP/1.1 " + answer.status() + (answer.isTaken() ? " OK" : " Refused")
                + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nCache-Control: no-store\r\nConnection: "
                + (stays ? "keep-alive" : "close") + "\r\n\r\n";
        out.write((head + body).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
