package io.deskbell.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a person needs beside a pretended telephone system to try Deskbell: an Agent Inbox, and a desk or several. */
public final class TryOut implements Closeable {
    /** The image that {@code mvn package} builds. */
    public static final Path PROGRAM = Path.of("target", "deskbell", "bin", "deskbell");
    private static final String KEY = "try-out";

    private final Sandbox inbox;
    private final Path folder;

    /** What a desk is started with. */
    public record Desk(Path config, Path data) {
    }

    private TryOut(Sandbox inbox, Path folder) {
        this.inbox = inbox;
        this.folder = folder;
    }

    /** @param name of the folder below target that the configuration is written to */
    public static TryOut open(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", name));
        Sandbox inbox = Sandbox.start(KEY, 0);
        inbox.onReceived(event -> System.out.printf("Agent Inbox: %s, extension %s, %s, call %s (%s)%n",
                event.field("EventType").orElse("unreadable"), event.field("PhoneExtension").orElse("none"),
                event.field("Direction").orElse("no direction"), event.field("Id").orElse("none"),
                event.wasAccepted() ? "accepted" : "refused with " + event.status()));
        System.out.println("conversations: " + inbox.address());
        return new TryOut(inbox, folder);
    }

    public Path folder() {
        return folder;
    }

    /**
     * Writes the configuration of a desk, and says what to start. Calls are kept in a folder of its own for each time:
     * pretended telephone systems begin with the same call ids whenever they are started.
     *
     * @param name of the configuration's file
     * @param sections of the sources
     */
    public Desk desk(String name, String extension, String sources, String sections) throws IOException {
        Path ini = Files.writeString(folder.resolve(name),
                DeskIni.withSections(extension, inbox.address().toString(), KEY, sources, sections));
        Desk desk = new Desk(ini, unused());
        System.out.printf("""
                desk of %1$s: %2$s --config %3$s --data %4$s --headless
                    (without --headless: with its window; or doctor in its place)
                """, extension, PROGRAM, desk.config(), desk.data());
        return desk;
    }

    /** A desk that dials, too. */
    public void diallingDesk(String name, String extension, String sources, String sections) throws IOException {
        Desk desk = desk(name, extension, sources, sections);
        System.out.printf("    and while it runs: %s --data %s dial 0612345678%n", PROGRAM, desk.data());
    }

    private Path unused() throws IOException {
        int number = 1;
        while (Files.exists(folder.resolve("data" + number))) number++;
        return Files.createDirectory(folder.resolve("data" + number));
    }

    @Override
    public void close() {
        inbox.close();
    }
}
