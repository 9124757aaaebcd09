package io.deskbell.doctor;

import static java.nio.charset.StandardCharsets.US_ASCII;
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
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class InboxCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Secret KEY = new Secret("Rosebud1941");

    private final MockWebServer server = new MockWebServer();

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
                Finding.well("clock", "3 s off 127.0.0.1")), look());
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
    void aCertificateNobodyVouchesForNamesWhoMadeIt() {
        show("localhost", -1, 399);
        List<Finding> found = look("https://localhost:" + server.getPort());
        assertEquals(Finding.Mark.BROKEN, found.getLast().mark());
        assertTrue(found.getLast().words().contains("whom this computer does not trust: a proxy that looks into"));
        assertTrue(found.getLast().words().contains("comes from Snooping Proxy, "), found.getLast().words());
        assertTrue(found.stream().anyMatch(one -> one.words().contains("is valid until")));
    }

    @Test
    void aCertificateThatRanOutIsToldAsThat() {
        show("localhost", -10, -5);
        Finding last = look("https://localhost:" + server.getPort()).getLast();
        assertTrue(last.words().contains("ran out on"), last.words());
        assertEquals(Finding.Mark.BROKEN, last.mark());
    }

    @Test
    void aCertificateThatIsTrustedAndForThisHostIsWell() {
        HeldCertificate maker = show("localhost", -1, 399);
        server.enqueue(new MockResponse.Builder().code(404).build());
        List<Finding> found = lookTrusting(maker);
        assertEquals(List.of("proxy", "dns", "tls", "tls", "inbox", "clock"), parts(found));
        assertEquals(DoctorReason.TLS_TRUSTED.found(2, "Snooping Proxy"), found.get(3));
        assertTrue(found.stream().noneMatch(one -> one.mark() == Finding.Mark.BROKEN), found.toString());
    }

    @Test
    void aCertificateThatIsSoonOverIsWorthANote() {
        HeldCertificate maker = show("localhost", -1, 4);
        server.enqueue(new MockResponse.Builder().code(404).build());
        Finding validity = lookTrusting(maker).get(2);
        assertEquals(Finding.Mark.NOTE, validity.mark());
        assertTrue(validity.words().endsWith(": that is soon; tell its owner"), validity.words());
    }

    @Test
    void aTrustedCertificateForAnotherHostIsSomebodyElse() {
        HeldCertificate maker = show("elsewhere.example", -1, 399);
        assertEquals(DoctorReason.TLS_OTHER_NAME.found("elsewhere.example", "localhost"),
                lookTrusting(maker).getLast());
    }

    @Test
    void aTrustedCertificateThatRanOutIsToldAsThatAndNotAsDistrusted() {
        HeldCertificate maker = show("localhost", -10, -5);
        List<Finding> found = lookTrusting(maker);
        assertEquals(List.of("proxy", "dns", "tls"), parts(found));
        assertTrue(found.getLast().words().contains("ran out on"), found.toString());
    }

    @Test
    void aCertificateOfTomorrowPointsAtTheClock() {
        HeldCertificate maker = show("localhost", 1, 401);
        Finding last = lookTrusting(maker).getLast();
        assertTrue(last.words().endsWith(" on: check this computer's clock"), last.words());
    }

    @Test
    void aServerThatSpeaksNoTlsIsToldAsThat() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> greet(other)); // A web server might wait for the line to end.
            Finding last = look("https://localhost:" + other.getLocalPort()).getLast();
            assertEquals(DoctorReason.TLS_NOT_SPOKEN.found("localhost"), last);
        }
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
        InboxCheck check = check("http://nowhere.invalid", proxy(), Map.of());
        List<Finding> found = check.look();
        assertEquals(Finding.well("proxy", "by way of 127.0.0.1:" + server.getPort()), found.getFirst());
        assertEquals(Finding.well("inbox", "nowhere.invalid answers (404 to a plain look without the key)"),
                found.get(2));
    }

    @Test
    void aProxyThatDoesNotAnswerIsNamedInThePlaceOfTheInbox() {
        int port = server.getPort();
        server.close();
        assertEquals(Finding.broken("inbox", "nowhere.invalid does not answer by way of the proxy 127.0.0.1:" + port
                + " (ConnectException): check the proxy's address, and let IT open the way there").toString(),
                check("http://nowhere.invalid", proxyAt(port), Map.of()).look().getLast().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS_PROXY", "https_proxy"})
    void aVariableThatOtherProgramsHeedIsWorthANoteThatSaysWhatOursIs(String name) throws Exception {
        answerAt(NOW);
        InboxCheck check = check(url(), ProxySelector.of(null), Map.of(name, "http://proxy:3128"));
        assertEquals(Finding.note("proxy", "none, though HTTPS_PROXY is set: Deskbell does not read it; if the way out"
                + " is by that proxy alone, set DESKBELL_JAVA_OPTIONS to -Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT"
                + " where Deskbell is started, and start it anew"), check.look().getFirst());
    }

    private static void greet(ServerSocket other) {
        try {
            while (true) other.accept().getOutputStream().write("220 mail.example.com ESMTP\r\n".getBytes(US_ASCII));
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /**
     * Lets the server show a certificate from these days from now to those.
     *
     * @return who made it, to be trusted or not
     */
    private HeldCertificate show(String host, int from, int to) {
        Instant now = Instant.now();
        HeldCertificate maker = new HeldCertificate.Builder().certificateAuthority(0).commonName("Snooping Proxy")
                .build();
        HeldCertificate shown = new HeldCertificate.Builder().signedBy(maker).commonName(host)
                .addSubjectAlternativeName(host).validityInterval(now.plus(from, ChronoUnit.DAYS).toEpochMilli(),
                        now.plus(to, ChronoUnit.DAYS).toEpochMilli()).build();
        server.useHttps(new HandshakeCertificates.Builder().heldCertificate(shown, maker.certificate()).build()
                .sslSocketFactory());
        return maker;
    }

    private List<Finding> lookTrusting(HeldCertificate maker) {
        X509TrustManager trust = new HandshakeCertificates.Builder().addTrustedCertificate(maker.certificate())
                .build().trustManager();
        return new InboxCheck(settings("https://localhost:" + server.getPort()), Clock.systemUTC(),
                ProxySelector.of(null), Map.of(), trust).look();
    }

    private static List<String> parts(List<Finding> findings) {
        return findings.stream().map(Finding::part).toList();
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
        return check(url, ProxySelector.of(null), Map.of()).look();
    }

    private static InboxCheck check(String url, ProxySelector proxies, Map<String, String> environment) {
        boolean tls = url.startsWith("https://localhost");
        return new InboxCheck(settings(url), tls ? Clock.systemUTC() : Clock.fixed(NOW, ZoneOffset.UTC), proxies,
                environment);
    }

    private static InboxSettings settings(String url) {
        return new InboxSettings(URI.create(url), KEY, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private ProxySelector proxy() {
        return proxyAt(server.getPort());
    }

    private static ProxySelector proxyAt(int port) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", port)));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                // What is found says so.
            }
        };
    }
}
