package io.deskbell.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The softphone that can transfer with consultation (RFC 3891 Replaces), which baresip cannot yet. */
final class Linphone implements Closeable {
    private final Program program;

    private Linphone(Program program) {
        this.program = program;
    }

    static Linphone start(Path parent, Kamailio pbx, String user) throws IOException, InterruptedException {
        String binary = Parts.linphonec();
        Path home = Files.createDirectories(parent.resolve("linphone-" + user));
        // Its database folder has to be there, else it starts and then misses half of itself.
        Files.createDirectories(home.resolve(".local/share/linphone"));
        Path config = home.resolve("linphonerc");
        Files.writeString(config, config(user, pbx.port()));
        // Its log tells each change of state; stdbuf, because into a pipe it would come in lumps.
        Program program = Program.start(home, Map.of("HOME", home.toString(), "XDG_RUNTIME_DIR", home.toString()),
                List.of("stdbuf", "-oL", binary, "-d", "4", "-c", config.toString()));
        try {
            Linphone phone = new Linphone(program);
            phone.await("to [LinphoneRegistrationOk]");
            phone.command("soundcard use files");
            return phone;
        } catch (AssertionError failed) {
            program.close();
            throw failed;
        }
    }

    void dial(String number) throws IOException {
        command("call sip:" + number + "@" + Kamailio.DOMAIN);
    }

    void awaitRinging() throws InterruptedException {
        await("to LinphoneCallIncomingReceived");
    }

    void awaitTalking() throws InterruptedException {
        await("to LinphoneCallStreamsRunning");
    }

    void awaitPaused() throws InterruptedException {
        await("to LinphoneCallPaused");
    }

    void answer() throws IOException {
        command("answer");
    }

    void pause() throws IOException {
        command("pause");
    }

    /** Joins the two calls; this phone leaves. Call numbers count up for the life of the program. */
    void join(int call, int consultation) throws IOException {
        command("transfer " + call + " --to-call " + consultation);
    }

    void hangUp() throws IOException {
        command("terminate all");
    }

    @Override
    public void close() {
        program.close();
    }

    private void command(String command) throws IOException {
        program.type(command);
    }

    private void await(String word) throws InterruptedException {
        program.output().await(word, line -> line.contains(word));
    }

    private static String config(String user, int pbx) {
        return """
                [sip]
                sip_port=-1
                sip_tcp_port=-1
                sip_tls_port=-1
                default_proxy=0
                guess_hostname=0
                contact=sip:%1$s@127.0.0.1

                [rtp]
                audio_rtp_port=-1

                [auth_info_0]
                username=%1$s
                passwd=pw%1$s
                realm=%2$s

                [proxy_0]
                reg_proxy=<sip:127.0.0.1:%3$d;transport=udp>
                reg_route=<sip:127.0.0.1:%3$d;lr;transport=udp>
                reg_identity=sip:%1$s@%2$s
                reg_expires=600
                reg_sendregister=1
                publish=0
                """.formatted(user, Kamailio.DOMAIN, pbx);
    }
}
