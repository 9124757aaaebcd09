package io.deskbell.e2e;

import io.deskbell.sandbox.DeskIni;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
        DeskbellProcess deskbell = DeskbellProcess.start(Parts.image(), folder,
                DeskIni.of("201", inbox.url(), ScriptedInbox.KEY, "intake", "port = " + port + "\ntoken = " + TOKEN));
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

    /** A desk phone's call from the ring to the end, each told by an address of its own. */
    void call(int number) throws IOException {
        try (Socket phone = new Socket(InetAddress.getLoopbackAddress(), port)) {
            phone.setTcpNoDelay(true);
            BufferedReader in = new BufferedReader(new InputStreamReader(phone.getInputStream(),
                    StandardCharsets.US_ASCII));
            for (String event : new String[] {"incoming", "established", "terminated"}) {
                phone.getOutputStream().write(("GET /" + TOKEN + "/yealink?event=" + event + "&call=c" + number
                        + "&remote=06" + (12_000_000 + number) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                String line = in.readLine();
                if (line == null || !line.startsWith("HTTP/1.1 200")) throw new IOException("refused");
                while (line != null && !line.isEmpty()) line = in.readLine();
            }
        }
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
