package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Party;
import io.deskbell.config.Config;
import io.deskbell.source.SourceStatus;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** "Try it": the phones of a configuration that is not in force, watched as in earnest. */
@Timeout(20)
class PhoneTryTest {
    private final PhoneTry trial = new PhoneTry(Clock.systemUTC());
    private final BlockingQueue<String> places = new LinkedBlockingQueue<>();
    private final BlockingQueue<SourceStatus> line = new LinkedBlockingQueue<>();
    private final BlockingQueue<Party> rings = new LinkedBlockingQueue<>();

    @Test
    void anIncomingCallIsHeardRinging() throws Exception {
        Runnable end = begin("source = simulator\n[simulator]\npace = 1000\n");
        assertInstanceOf(SourceStatus.Watching.class, line.take());
        assertEquals("Anna de Vries", rings.take().name());
        assertEquals("Marie Jansen", rings.take().name());
        end.run();
    }

    @Test
    void aPhoneThatCannotBeWatchedSaysWhereAndWhy() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        Runnable end = begin("source = sip\n[sip]\nserver = sip:127.0.0.1:" + nobody + ";transport=tcp\n");
        SourceStatus.Lost lost = assertInstanceOf(SourceStatus.Lost.class, line.take());
        assertEquals("127.0.0.1", places.take());
        assertTrue(lost.why().contains("cannot be reached over TCP"), lost.why());
        end.run();
    }

    @Test
    void anEndedTrialLetsThePortGo() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String phone = "source = intake\n[intake]\nport = " + port + "\ntoken = 0123456789abcdef\n";
        Runnable end = begin(phone);
        assertInstanceOf(SourceStatus.Watching.class, line.take());
        HttpRequest told = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/0123456789abcdef"
                + "/generic?event=ringing&direction=inbound&id=1&number=0612345678&name=Jansen")).build();
        try (HttpClient phones = HttpClient.newHttpClient()) {
            phones.send(told, BodyHandlers.discarding());
        }
        assertEquals("Jansen", rings.take().name());
        end.run();
        while (!isFree(port)) Thread.onSpinWait();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (java.io.IOException taken) {
            return false;
        }
    }

    private Runnable begin(String phone) throws Exception {
        Config config = Config.parse("config.ini", "[agent]\nextension = 201\n[inbox]\napi_key = none\n[phone]\n"
                + phone);
        return trial.begin(config, (where, status) -> {
            places.add(where);
            line.add(status);
        }, rings::add);
    }
}
