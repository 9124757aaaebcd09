package io.deskbell.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A look at three parts, one of them broken, and a bundle of two files. */
final class ACheckUp implements CheckUp {
    static final List<Line> LINES = List.of(
            new Line(Level.WELL, "dns", "api.robinhq.com is 192.0.2.7"),
            new Line(Level.NOTE, "queue", "3 wait, the oldest since 2026-03-02T08:00:00Z: see inbox and key; nothing is"
                    + " lost, they go when it is back"),
            new Line(Level.BROKEN, "tls", "the certificate of api.robinhq.com comes from Snooping Proxy, whom this"
                    + " computer does not trust: a proxy that looks into encrypted traffic? Let IT put its certificate"
                    + " into this computer's store, or except api.robinhq.com"),
            new Line(Level.WELL, "something.new", "a part this window has no name for"));
    String trouble = "";

    @Override
    public void examine(Listener listener) {
        for (int done = 0; done < LINES.size(); done++) {
            listener.progressed(done, LINES.size());
            listener.found(LINES.get(done));
        }
        listener.progressed(LINES.size(), LINES.size());
    }

    @Override
    public Bundle bundle() throws IOException {
        if (!trouble.isEmpty()) throw new IOException(trouble);
        return new Bundle() {
            @Override
            public String fileName() {
                return "deskbell-support.zip";
            }

            @Override
            public List<Content> contents() {
                return List.of(new Content("doctor.txt", 1_200, 0, 0), new Content("log/deskbell.log", 400_000, 12, 1));
            }

            @Override
            public void write(Path file) throws IOException {
                Files.writeString(file, "zip");
            }
        };
    }
}
