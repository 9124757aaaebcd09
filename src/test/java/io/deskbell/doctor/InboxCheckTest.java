package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.InboxSettings;
import io.deskbell.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class InboxCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Secret KEY = new Secret("Rosebud1941");

    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() throws IOException {
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void itAsksForThePageInFrontWithoutTheKeyAndComparesTheClocks() throws Exception {
        answerAt(NOW.minusSeconds(3));
        assertEquals(List.of(
                Finding.well("proxy", "none: straight to 127.0.0.1"),
                Finding.well("dns", "127.0.0.1 is 127.0.0.1"),
                Finding.well("inbox", "127.0.0.1 answers (404 to a plain look without the key)"),
                Finding.note("tls", "http without encryption: for trying things out only"),
                Finding.well("clock", "3 s ahead of 127.0.0.1")), look());
        RecordedRequest asked = server.takeRequest();
        assertEquals("HEAD", asked.getMethod());
        assertEquals("/", asked.getTarget());
        assertFalse(asked.toString().contains(KEY.reveal()));
    }

    @Test
    void aClockThatIsFarOffIsBroken() throws Exception {
        answerAt(NOW.plusSeconds(3_600));
        assertEquals(Finding.broken("clock", "3600 s behind 127.0.0.1: set this computer's clock, and have it kept"
                + " right by itself"), look().getLast());
        answerAt(NOW.minusSeconds(60));
        assertEquals(Finding.Mark.NOTE, look().getLast().mark());
    }

    @Test
    void aCertificateNobodyVouchesForNamesWhoMadeIt() throws Exception {
        tls("-1d", 400);
        List<Finding> found = look("https://localhost:" + server.getPort());
        assertEquals(Finding.Mark.BROKEN, found.getLast().mark());
        assertTrue(found.getLast().words().contains("whom this computer does not trust: a proxy that looks into"));
        assertTrue(found.getLast().words().contains("Snooping Proxy") || found.getLast().words().contains("localhost"));
        assertTrue(found.stream().anyMatch(one -> one.words().contains("is valid until")));
    }

    @Test
    void aCertificateThatRanOutIsToldAsThat() throws Exception {
        tls("-10d", 5);
        Finding last = look("https://localhost:" + server.getPort()).getLast();
        assertTrue(last.words().contains("ran out on"), last.words());
        assertEquals(Finding.Mark.BROKEN, last.mark());
    }

    @Test
    void aNameNobodyKnowsIsTheStepThatFails() {
        assertEquals(Finding.broken("dns", "nowhere.invalid has no address: check [inbox] api_url, the network"
                + " connection and the DNS"), look("https://nowhere.invalid").getLast());
    }

    @Test
    void aPortNobodyListensAtIsTold() {
        int port = server.getPort();
        server.close();
        Finding last = look("http://127.0.0.1:" + port).getLast();
        assertEquals("inbox", last.part());
        assertEquals(Finding.Mark.BROKEN, last.mark());
    }

    @Test
    void aProxyIsNamedAndTheNameOfTheInboxIsItsBusiness() throws Exception {
        answerAt(NOW);
        InboxCheck check = check("http://nowhere.invalid", proxy(), Optional.empty());
        List<Finding> found = check.look();
        assertEquals(Finding.well("proxy", "by way of 127.0.0.1:" + server.getPort()), found.getFirst());
        assertEquals(Finding.well("inbox", "nowhere.invalid answers (404 to a plain look without the key)"),
                found.get(2));
    }

    @Test
    void aVariableThatOtherProgramsHeedIsWorthANote() throws Exception {
        answerAt(NOW);
        InboxCheck check = check(url(), ProxySelector.of(null), Optional.of("http://proxy:3128"));
        assertEquals(Finding.Mark.NOTE, check.look().getFirst().mark());
    }

    private void tls(String begins, int days) throws Exception {
        server.useHttps(SelfSigned.sockets(folder, begins, days));
    }

    private void answerAt(Instant moment) {
        server.enqueue(new MockResponse(404, new Headers.Builder().set("Date", moment).build(), ""));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private List<Finding> look() {
        return look(url());
    }

    private static List<Finding> look(String url) {
        return check(url, ProxySelector.of(null), Optional.empty()).look();
    }

    private static InboxCheck check(String url, ProxySelector proxies, Optional<String> variable) {
        boolean tls = url.startsWith("https://localhost");
        return new InboxCheck(new InboxSettings(URI.create(url), KEY, Optional.empty(), Optional.empty(),
                Optional.empty()), tls ? Clock.systemUTC() : Clock.fixed(NOW, ZoneOffset.UTC), proxies, variable);
    }

    private ProxySelector proxy() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", server.getPort())));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                throw new AssertionError(failure);
            }
        };
    }
}
