package io.deskbell.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a person needs beside a pretended telephone system to try Deskbell: an Agent Inbox, and a configuration. */
public final class TryOut implements Closeable {
    private static final String KEY = "try-out";

    private final Sandbox inbox;
    private final Path folder;

    private TryOut(Sandbox inbox, Path folder) {
        this.inbox = inbox;
        this.folder = folder;
    }

    /** @param name of the folder below target that the configuration is written to */
    public static TryOut open(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", name));
        Sandbox inbox = Sandbox.start(KEY, 0);
        inbox.onReceived(event -> System.out.println("Agent Inbox: " + event));
        return new TryOut(inbox, folder);
    }

    public Path folder() {
        return folder;
    }

    /** Writes the configuration, and says what to start. */
    public void says(String extension, String source, String section) throws IOException {
        Path ini = Files.writeString(folder.resolve("config.ini"),
                DeskIni.of(extension, inbox.address().toString(), KEY, source, section));
        System.out.printf("conversations: %s%nDeskbell: target/deskbell/bin/deskbell --config %s --headless   "
                + "(or doctor)%n%n", inbox.address(), ini);
    }

    @Override
    public void close() {
        inbox.close();
    }
}
