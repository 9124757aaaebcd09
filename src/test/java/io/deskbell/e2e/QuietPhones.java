package io.deskbell.e2e;

import io.deskbell.e2e.AtRest.Quiet;
import io.deskbell.source.ScriptedPort;
import io.deskbell.source.ScriptedSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

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
        HeldCertificate own = new HeldCertificate.Builder().commonName("0004f2000000").build();
        phone.useHttps(new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
        phone.start(InetAddress.getLoopbackAddress(), 0);
        return new Quiet("poll",
                "address = https://127.0.0.1:" + phone.getPort() + "\nfingerprint = " + fingerprint(own),
                phone);
    }

    static Quiet baresip() throws IOException {
        ScriptedPort phone = ScriptedPort.open();
        Thread.ofVirtual().start(() -> answer(phone));
        return new Quiet("baresip", "port = " + phone.port(), phone::close);
    }

    static Quiet fritzbox() throws IOException {
        ScriptedPort box = ScriptedPort.open();
        return new Quiet("fritzbox", "host = 127.0.0.1\nport = " + box.port(), box::close);
    }

    static Quiet bria() throws IOException {
        ScriptedSocket phone = ScriptedSocket.open().takesAWebsocket();
        Thread.ofVirtual().start(() -> answer(phone));
        return new Quiet("bria", "url = " + phone.url("ws") + "/", phone::close);
    }

    static Quiet tinyphone() throws IOException {
        ScriptedSocket phone = ScriptedSocket.open().takesAWebsocket().answers(200, "{\"count\":0,\"calls\":[]}");
        return new Quiet("tinyphone", "url = " + phone.url("http"), phone::close);
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

    private static String fingerprint(HeldCertificate own) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(own.certificate().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
    }
}
