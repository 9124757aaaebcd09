package io.deskbell.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The built image listening to phones and hooks, and its {@code bin/deskbell-event}. */
final class HookRig implements Closeable {
    static final String TOKEN = "0123456789abcdef";

    private final Path folder;
    private final int port;
    private final ScriptedInbox inbox;
    private final DeskbellProcess deskbell;

    private HookRig(Path folder, int port, ScriptedInbox inbox, DeskbellProcess deskbell) {
        this.folder = folder;
        this.port = port;
        this.inbox = inbox;
        this.deskbell = deskbell;
    }

    static HookRig start(Path folder) throws IOException, InterruptedException {
        int port = Ports.free(1);
        ScriptedInbox inbox = ScriptedInbox.start();
        DeskbellProcess deskbell = DeskbellProcess.start(Parts.image(), folder, """
                [agent]
                extension = 201
                [inbox]
                api_url = %s
                api_key = %s
                [pop]
                when = never
                [phone]
                source = intake
                [intake]
                port = %d
                token = %s
                """.formatted(inbox.url(), ScriptedInbox.KEY, port, TOKEN));
        deskbell.awaitWatching();
        return new HookRig(folder, port, inbox, deskbell);
    }

    /** Starts the script. */
    Program event(String... words) throws IOException {
        return event(folder, words);
    }

    /** The same, whether or not anything runs there. */
    static Program event(Path folder, String... words) throws IOException {
        Path script = Parts.image().resolve("bin").resolve("deskbell-event");
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        return Program.start(folder, Map.of("DESKBELL_DATA", folder.resolve("data").toString()), command);
    }

    Path data() {
        return folder.resolve("data");
    }

    int port() {
        return port;
    }

    ScriptedInbox inbox() {
        return inbox;
    }

    DeskbellProcess deskbell() {
        return deskbell;
    }

    @Override
    public void close() {
        deskbell.close();
        inbox.close();
    }
}
