package io.deskbell.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
    private static final int LONGEST = 20_000;

    private final MockWebServer web = new MockWebServer();
    private final WebServer server = new WebServer(new OkHttpClient.Builder(), Duration.ofSeconds(20), 1, LONGEST);

    @BeforeEach
    void start() throws IOException {
        web.start();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    private Request.Builder request() {
        return new Request.Builder().url(web.url("/x"));
    }

    private WebAnswer get() throws IOException {
        return server.ask(request().build());
    }

    @Test
    void anAnswerIsReadAsFarAsWasAgreed() throws IOException {
        web.enqueue(new MockResponse.Builder().body("é".repeat(LONGEST)).build());
        assertEquals("é".repeat(LONGEST / 2), get().body());
    }

    @Test
    void itGoesNowhereElseWhenItIsSentThere() throws IOException {
        web.enqueue(new MockResponse.Builder().code(302).addHeader("Location", web.url("/y")).build());
        assertEquals(302, get().code());
        assertEquals(1, web.getRequestCount());
    }

    @Test
    void aPauseIsASecondAtLeastAndAQuarterOfAnHourAtMost() throws IOException {
        assertEquals(Optional.of(Duration.ofSeconds(7)), pause("7"));
        assertEquals(Optional.of(Duration.ofSeconds(1)), pause("0"));
        assertEquals(Optional.of(Duration.ofMinutes(15)), pause("999999999"));
        assertEquals(Optional.empty(), pause("Sat, 28 Nov 2026 21:00:00 GMT"));
        assertEquals(Optional.empty(), pause("-5"));
    }

    private Optional<Duration> pause(String retryAfter) throws IOException {
        web.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", retryAfter).build());
        return get().pause();
    }

    @Test
    void theServersClockIsReadWhereItTells() throws IOException {
        web.enqueue(new MockResponse.Builder().addHeader("Date", "Sat, 28 Nov 2026 21:00:00 GMT").build());
        web.enqueue(new MockResponse.Builder().build());
        assertEquals(Optional.of(Instant.parse("2026-11-28T21:00:00Z")), get().date());
        assertEquals(Optional.empty(), get().date());
    }

    @Test
    void whatIsPostedIsSentOnceAndAQuestionAgainWhereAKeptConnectionWasDead() throws IOException {
        web.enqueue(new MockResponse.Builder().onResponseEnd(new SocketEffect.CloseSocket()).build());
        get();
        web.enqueue(new MockResponse.Builder().body("again").build());
        assertEquals("again", get().body());
        web.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        web.enqueue(new MockResponse.Builder().body("twice").build());
        Request post = request().post(RequestBody.create(new byte[0])).build();
        assertThrows(IOException.class, () -> server.ask(post));
    }
}
