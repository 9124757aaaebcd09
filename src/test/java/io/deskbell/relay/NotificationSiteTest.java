package io.deskbell.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.RelaySettings;
import io.deskbell.config.RelaySettings.Identity;
import io.deskbell.config.RelaySettings.Web;
import io.deskbell.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationSiteTest {
    private static final String TOKEN = "0123456789abcdef";

    @TempDir
    Path folder;

    /** An hour ahead: Jetty forgets an address when, by its own clock, nothing is held against it any more. */
    private final AtomicLong nanos = new AtomicLong(System.nanoTime() + TimeUnit.HOURS.toNanos(1));

    @Test
    void aNotificationIsOnDiskWhenItIsAnsweredFor() throws Exception {
        try (Spool spool = Spool.open(folder, 10); NotificationSite site = open(web(List.of(), List.of()), spool)) {
            assertEquals(200, post(site, TOKEN + "/voipgrid", Told.ringing("c", 201)));
            assertEquals(1, spool.after(0, 10).size());
        }
    }

    @Test
    void whoeverDoesNotKnowTheTokenLearnsNothing() throws Exception {
        try (Spool spool = Spool.open(folder, 10); NotificationSite site = open(web(List.of(), List.of()), spool)) {
            for (String path : List.of("", "voipgrid", TOKEN, TOKEN + "/", TOKEN + "/other", "0123456789abcdeX",
                    TOKEN + "0/voipgrid")) {
                assertEquals(404, post(site, path, Told.ringing("c", 201)), path);
            }
            assertEquals(0, spool.waiting());
        }
    }

    @Test
    void whatIsNoNotificationIsRefusedAndTooMuchOfItToo() throws Exception {
        try (Spool spool = Spool.open(folder, 10); NotificationSite site = open(web(List.of(), List.of()), spool)) {
            assertEquals(400, post(site, TOKEN + "/voipgrid", "hello"));
            assertEquals(400, post(site, TOKEN + "/voipgrid", "[" .repeat(1_000)));
            assertEquals(400, post(site, TOKEN + "/voipgrid", "{\"status\":\"ringing\"}"));
            assertEquals(413, post(site, TOKEN + "/voipgrid", "x".repeat(NotificationSite.LONGEST + 1)));
            assertEquals(0, spool.waiting());
        }
    }

    @Test
    void aFullSpoolAsksToTryAgain() throws Exception {
        try (Spool spool = Spool.open(folder, 1); NotificationSite site = open(web(List.of(), List.of()), spool)) {
            assertEquals(200, post(site, TOKEN + "/voipgrid", Told.ringing("c", 201)));
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request("http", site, TOKEN + "/voipgrid",
                    Told.ended("c")), HttpResponse.BodyHandlers.ofString());
            assertEquals(503, answer.statusCode());
            assertEquals("30", answer.headers().firstValue("Retry-After").orElse(""));
        }
    }

    @Test
    void onlyAddressesAllowedAreHeardWhoeverClaimsToBeSent() throws Exception {
        Web web = web(List.of("192.0.2.0/24"), List.of());
        try (Spool spool = Spool.open(folder, 10); NotificationSite site = open(web, spool)) {
            assertEquals(404, post(site, TOKEN + "/voipgrid", Told.ringing("c", 201), "192.0.2.7"));
        }
    }

    @Test
    void behindAProxyItsWordForTheSenderCounts() throws Exception {
        Web web = web(List.of("192.0.2.0/24"), List.of("127.0.0.1"));
        try (Spool spool = Spool.open(folder, 10); NotificationSite site = open(web, spool)) {
            assertEquals(200, post(site, TOKEN + "/voipgrid", Told.ringing("c", 201), "192.0.2.7"));
            assertEquals(404, post(site, TOKEN + "/voipgrid", Told.ringing("c", 201), "192.0.2.7, 203.0.113.9"));
            assertEquals(404, post(site, TOKEN + "/voipgrid", Told.ringing("c", 201), "192.0.2.7, nobody"));
        }
    }

    @Test
    void moreThanFiveHundredASecondFromOneAddressAreTooManyAndThereIsRoomAgainAsTimePasses() throws Exception {
        try (Spool spool = Spool.open(folder, 10);
                NotificationSite site = open(web(List.of(), List.of("127.0.0.1")), spool);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest ringing = request("http", site, TOKEN + "/voipgrid", Told.ringing("c", 201), "192.0.2.7");
            HttpRequest guess = request("http", site, "guessed/voipgrid", "{}", "192.0.2.7");
            assertEquals(List.of(404), answers(client, guess, 500));
            assertEquals(List.of(429), answers(client, ringing, 3));
            assertEquals(0, spool.waiting());
            HttpRequest another = request("http", site, TOKEN + "/voipgrid", Told.ringing("c", 201), "192.0.2.8");
            assertEquals(List.of(200), answers(client, another, 1));
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(6)); // Three may go; the one that was too many is among them.
            assertEquals(List.of(200), answers(client, ringing, 2));
            assertEquals(List.of(429), answers(client, ringing, 1));
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            assertEquals(List.of(404), answers(client, guess, 499));
            assertEquals(List.of(429), answers(client, ringing, 1));
        }
    }

    /** Which answers there are to so many of them, one after the other. */
    private static List<Integer> answers(HttpClient client, HttpRequest request, int times) throws Exception {
        Set<Integer> answers = new LinkedHashSet<>();
        for (int i = 0; i < times; i++) {
            answers.add(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
        return List.copyOf(answers);
    }

    @Test
    void theSenderIsReadFromTheEnd() throws Exception {
        Door door = new Door(web(List.of(), List.of("10.0.0.0/8")));
        InetAddress proxy = InetAddress.getByName("10.0.0.1");
        assertEquals(Optional.of(InetAddress.getByName("192.0.2.7")),
                door.sender(proxy, List.of("1.2.3.4, 192.0.2.7:4711", "10.0.0.9")));
        assertEquals(Optional.of(InetAddress.getByName("2001:db8::1")), door.sender(proxy,
                List.of("[2001:db8::1]:80")));
        assertEquals(Optional.of(proxy), door.sender(proxy, List.of()));
    }

    @Test
    void itSpeaksHttpsWithItsCertificate() throws Exception {
        HeldCertificate held = new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
        Path certificate = Files.writeString(folder.resolve("cert.pem"), held.certificatePem());
        Path key = Files.writeString(folder.resolve("key.pem"), held.privateKeyPkcs8Pem());
        Web web = new Web("127.0.0.1", 0, Optional.of(new Identity(certificate, key)), new Secret(TOKEN), List.of(),
                List.of());
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(held.certificate()).build();
        try (Spool spool = Spool.open(folder, 10); NotificationSite site = open(web, spool);
                HttpClient client = HttpClient.newBuilder().sslContext(trust.sslContext()).build()) {
            assertEquals(200, client.send(request("https", site, TOKEN + "/voipgrid", Told.ringing("c", 201)),
                    HttpResponse.BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void aKeyThatCannotBeUsedIsExplained() throws Exception {
        HeldCertificate held = new HeldCertificate.Builder().build();
        Path certificate = Files.writeString(folder.resolve("cert.pem"), held.certificatePem());
        Path key = Files.writeString(folder.resolve("key.pem"), "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END");
        String words = assertThrows(IOException.class, () -> Pem.store(new Identity(certificate, key))).getMessage();
        assertTrue(words.contains("openssl pkcs8"), words);
    }

    @Test
    void aKeyOfAnotherCertificateIsExplained() throws Exception {
        HeldCertificate held = new HeldCertificate.Builder().build();
        Path certificate = Files.writeString(folder.resolve("cert.pem"), held.certificatePem());
        Path key = Files.writeString(folder.resolve("key.pem"),
                new HeldCertificate.Builder().build().privateKeyPkcs8Pem());
        String words = assertThrows(IOException.class, () -> Pem.store(new Identity(certificate, key))).getMessage();
        assertTrue(words.contains("is not the key of"), words);
    }

    @Test
    void aTakenPortIsExplained() throws Exception {
        try (Spool spool = Spool.open(folder, 10); NotificationSite site = open(web(List.of(), List.of()), spool)) {
            Web same = new Web("127.0.0.1", site.port(), Optional.empty(), new Secret(TOKEN), List.of(), List.of());
            String words = assertThrows(IOException.class, () -> open(same, spool)).getMessage();
            assertTrue(words.contains("choose another port"), words);
        }
    }

    private NotificationSite open(RelaySettings.Web web, Spool spool) throws IOException {
        return NotificationSite.open(web, spool, Clock.systemUTC(), nanos::get);
    }

    private static Web web(List<String> allow, List<String> proxy) {
        return new Web("127.0.0.1", 0, Optional.empty(), new Secret(TOKEN), allow, proxy);
    }

    private static int post(NotificationSite site, String path, String body, String... forwarded) throws Exception {
        HttpRequest request = request("http", site, path, body, forwarded);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    private static HttpRequest request(String scheme, NotificationSite site, String path, String body,
                                       String... forwarded) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(scheme + "://127.0.0.1:" + site.port() + "/" + path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (String from : forwarded) request.header("X-Forwarded-For", from);
        return request.build();
    }
}
