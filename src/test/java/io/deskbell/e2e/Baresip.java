package io.deskbell.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real softphone without a sound card, steered from the test. Registered as soon as it is there. */
final class Baresip implements Closeable {
    private final Program program;
    private final BaresipControl control;

    private Baresip(Program program, BaresipControl control) {
        this.program = program;
        this.control = control;
    }

    static Baresip start(Path parent, Kamailio pbx, String user) throws IOException, InterruptedException {
        return start(parent, pbx, user, 4);
    }

    /** With one call at most, a second caller hears busy. */
    static Baresip start(Path parent, Kamailio pbx, String user, int mostCalls)
            throws IOException, InterruptedException {
        String binary = Parts.baresip();
        Path folder = Files.createDirectories(parent.resolve("baresip-" + user));
        Files.writeString(folder.resolve("accounts"), account(user, pbx.port()));
        Files.writeString(folder.resolve("contacts"), "");
        return Attempts.of(() -> startIn(folder, binary, user, mostCalls));
    }

    private static Baresip startIn(Path folder, String binary, String user, int mostCalls)
            throws IOException, InterruptedException {
        int sip = Ports.free(3); // One for SIP, the next is taken for SIP over TLS, the third steers it.
        int steering = sip + 2;
        Files.writeString(folder.resolve("config"), config(sip, steering, mostCalls));
        Program program = Program.start(folder, Map.of("HOME", folder.toString()),
                List.of(binary, "-v", "-f", folder.toString()));
        try {
            String said = program.output().await("registration of " + user,
                    line -> line.contains("200 OK") || line.contains("Address already in use"));
            if (!said.contains("200 OK")) throw new IOException(said);
            return new Baresip(program, BaresipControl.connect(steering));
        } catch (IOException | AssertionError failed) {
            program.close();
            throw failed;
        }
    }

    void dial(String number) throws IOException, InterruptedException {
        control.command("dial", "sip:" + number + "@" + Kamailio.DOMAIN);
    }

    void awaitRinging() throws InterruptedException {
        control.await("CALL_INCOMING");
    }

    void awaitTalking() throws InterruptedException {
        control.await("CALL_ESTABLISHED");
    }

    void awaitEnd() throws InterruptedException {
        control.await("CALL_CLOSED");
    }

    /** The other side changed the call: put it on hold, or took it up again. */
    void awaitOffer() throws InterruptedException {
        control.await("CALL_REMOTE_SDP");
    }

    void accept() throws IOException, InterruptedException {
        control.command("accept", "");
    }

    void hold() throws IOException, InterruptedException {
        control.command("hold", "");
    }

    void resume() throws IOException, InterruptedException {
        control.command("resume", "");
    }

    void hangUp() throws IOException, InterruptedException {
        control.command("hangup", "");
    }

    /** Blind: without a word with the colleague; this phone lets go when the colleague answers. */
    void transfer(String number) throws IOException, InterruptedException {
        control.command("transfer", "sip:" + number + "@" + Kamailio.DOMAIN);
    }

    /** Asked to end, one that was told by REFER to call somebody takes ten seconds and more. */
    @Override
    public void close() throws IOException {
        control.close();
        program.kill();
    }

    static String account(String user, int pbx) {
        return "<sip:" + user + "@" + Kamailio.DOMAIN + ";transport=udp>;auth_user=" + user + ";auth_pass=pw" + user
                + ";outbound=\"sip:127.0.0.1:" + pbx + ";transport=udp\";regint=600;answermode=manual"
                + ";audio_codecs=PCMU\n";
    }

    static String config(int sip, int steering, int mostCalls) {
        return """
                sip_listen              127.0.0.1:%d
                net_interface           127.0.0.1
                call_max_calls          %d
                call_local_timeout      120
                audio_player            aubridge,x
                audio_source            aubridge,x
                audio_alert             aubridge,x
                module_path             /usr/lib/baresip/modules
                module                  g711.so
                module                  aubridge.so
                module_tmp              account.so
                module_app              menu.so
                module_app              ctrl_tcp.so
                ctrl_tcp_listen         127.0.0.1:%d
                """.formatted(sip, mostCalls, steering);
    }
}
