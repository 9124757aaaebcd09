package io.deskbell.e2e;

import io.deskbell.e2e.AtRest.Quiet;
import io.deskbell.source.ScriptedPort;
import io.deskbell.source.ScriptedSocket;
import io.deskbell.source.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/** Phones on the desk and softphones on the computer at which nobody calls, over real sockets. */
final class QuietPhones {
    private static final String NO_CALLS =
            "{\"response\":true,\"ok\":true,\"data\":\"\\n--- Active calls (0) ---\\n\\n\",\"token\":\"listcalls\"}";

    private QuietPhones() {
    }

    /** A Poly as it is delivered: over TLS, with a certificate of its own making. */
    static Quiet poll() throws IOException {
        MockWebServer phone = new MockWebServer();
        phone.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse(200, Headers.of(), "{\"Status\":\"2000\",\"data\":[]}");
            }
        });
        try {
            Path folder = Files.createTempDirectory("phone");
            phone.useHttps(SelfSigned.sockets(folder, "-1d", 10));
            phone.start(InetAddress.getLoopbackAddress(), 0);
            return new Quiet("address = https://127.0.0.1:" + phone.getPort() + "\nfingerprint = "
                    + SelfSigned.fingerprint(folder, "-1d"), phone);
        } catch (GeneralSecurityException | InterruptedException failed) {
            throw new IOException(failed);
        }
    }

    static Quiet baresip() throws IOException {
        ScriptedPort phone = ScriptedPort.open();
        Thread.ofVirtual().start(() -> answer(phone));
        return new Quiet("port = " + phone.port(), phone::close);
    }

    static Quiet fritzbox() throws IOException {
        ScriptedPort box = ScriptedPort.open();
        return new Quiet("host = 127.0.0.1\nport = " + box.port(), box::close);
    }

    static Quiet bria() throws IOException {
        ScriptedSocket phone = ScriptedSocket.open().takesAWebsocket();
        Thread.ofVirtual().start(() -> answer(phone));
        return new Quiet("url = " + phone.url("ws") + "/", phone::close);
    }

    static Quiet tinyphone() throws IOException {
        ScriptedSocket phone = ScriptedSocket.open().takesAWebsocket().answers(200, "{\"count\":0,\"calls\":[]}");
        return new Quiet("url = " + phone.url("http"), phone::close);
    }

    private static void answer(ScriptedPort baresip) {
        try {
            baresip.awaitConnection();
            baresip.say(NO_CALLS.length() + ":" + NO_CALLS + ",");
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(ScriptedSocket bria) {
        try {
            bria.awaitConnection();
            bria.say("HTTP/1.1 200 OK\n\n<status type=\"call\"/>");
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
