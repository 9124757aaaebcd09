package io.deskbell.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real softphone whose control port, which takes one program at a time, is left to Deskbell; the test presses its
 * buttons through its console. It can be stopped and started again on the same ports.
 */
final class WatchedBaresip implements Closeable {
    private final Path folder;
    private final String binary;
    private final int control;
    private final int console;
    private Program program;
    private Socket buttons;

    private WatchedBaresip(Path folder, String binary, int sip) throws IOException {
        this.folder = folder;
        this.binary = binary;
        this.control = sip + 2; // The next one is taken for SIP over TLS.
        this.console = sip + 3;
        Files.writeString(folder.resolve("config"), Baresip.config(sip, control, 4)
                + "module_app cons.so\ncons_listen 127.0.0.1:" + console + "\n");
    }

    /** Registered when this returns. */
    static WatchedBaresip start(Path parent, Kamailio pbx, String user) throws IOException, InterruptedException {
        String binary = Parts.baresip();
        Path folder = Files.createDirectories(parent.resolve("watched baresip"));
        Files.writeString(folder.resolve("accounts"), Baresip.account(user, pbx.port()));
        Files.writeString(folder.resolve("contacts"), "");
        return Attempts.of(() -> {
            WatchedBaresip phone = new WatchedBaresip(folder, binary, Ports.free(4));
            phone.switchOn();
            return phone;
        });
    }

    void switchOn() throws IOException, InterruptedException {
        program = Program.start(folder, Map.of("HOME", folder.toString()),
                List.of(binary, "-v", "-f", folder.toString()));
        try {
            String said = program.output().await("registration",
                    line -> line.contains("200 OK") || line.contains("Address already in use"));
            if (!said.contains("200 OK")) throw new IOException(said);
        } catch (IOException | AssertionError failed) {
            program.close();
            throw failed;
        }
    }

    void switchOff() throws IOException {
        close();
        buttons = null;
    }

    /** Where it is watched. */
    int port() {
        return control;
    }

    /** The connection stays: what comes with its end is not read. */
    void press(String command) throws IOException {
        if (buttons == null) buttons = new Socket(InetAddress.getLoopbackAddress(), console);
        buttons.getOutputStream().write(("/" + command + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        program.close();
        if (buttons != null) buttons.close();
    }
}
