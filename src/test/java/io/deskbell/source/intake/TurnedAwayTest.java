package io.deskbell.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.deskbell.config.Secret;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who is refused finds himself in the log, once a minute, and what he said does not. */
class TurnedAwayTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final TurnedAway turnedAway = new TurnedAway(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });
    private InetAddress phone;

    @BeforeEach
    void listen() throws Exception {
        phone = InetAddress.getByName("192.168.1.9");
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void leave() {
        logger().detachAppender(log);
    }

    @Test
    void eachKindIsSaidOnceAMinute() {
        turnedAway.add(phone, Refusal.TOKEN);
        turnedAway.add(phone, Refusal.TOKEN);
        turnedAway.add(phone, Refusal.METHOD);
        assertEquals(List.of("refused from 192.168.1.9: what it calls up does not begin with our token: enter what "
                + "deskbell phones prints", "refused from 192.168.1.9: neither GET nor POST: choose one of them at the "
                + "phone"), lines());
        now = now.plusSeconds(60);
        turnedAway.add(phone, Refusal.TOKEN);
        assertEquals(3, lines().size());
        now = now.minus(Duration.ofHours(1));
        turnedAway.add(phone, Refusal.TOKEN);
        assertEquals(4, lines().size(), "a clock that was set back silences nobody for an hour");
    }

    @Test
    void theLastOfTheDayIsTold() {
        assertEquals(Optional.empty(), turnedAway.lately());
        turnedAway.add(phone, Refusal.TOKEN);
        now = now.plusSeconds(5);
        turnedAway.add(phone, Refusal.PAGE);
        assertEquals(Optional.of("2026-03-02T09:00:05Z 192.168.1.9 PAGE"), turnedAway.lately());
        now = now.plus(Duration.ofDays(1));
        assertEquals(Optional.empty(), turnedAway.lately());
    }

    @Test
    void everyRefusalOnTheWireIsLoggedAndNothingOfWhatWasSaid() throws Exception {
        try (IntakeOnTheWire intake = IntakeOnTheWire.open()) {
            String token = IntakeOnTheWire.TOKEN;
            for (String request : List.of("GET /wrongtoken/generic?number=0612345678 HTTP/1.0\r\n\r\n",
                    "PUT /" + token + "/generic HTTP/1.0\r\n\r\n",
                    "GET /" + token + "/generic HTTP/1.0\r\nOrigin: https://evil.example\r\n\r\n",
                    "GET /" + token + "/generic HTTP/1.0\r\nHost: evil.example\r\n\r\n",
                    "POST /" + token + "/generic HTTP/1.0\r\nContent-Length: 65537\r\n\r\n",
                    "POST /" + token + "/generic HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
                    "GET /" + "x".repeat(HttpRequest.MOST_HEAD), "hello 0612345678\r\n\r\n",
                    "\u0016\u0003\u0001\u0000")) {
                intake.says(request);
            }
            assertEquals(List.of(Refusal.TOKEN, Refusal.METHOD, Refusal.PAGE, Refusal.HOST, Refusal.LONG_BODY,
                    Refusal.NO_LENGTH, Refusal.LONG_HEAD, Refusal.MALFORMED, Refusal.ENCRYPTED).stream()
                    .map(why -> "refused from 127.0.0.1: " + why.english()).toList(), lines());
            String said = String.join("\n", lines());
            for (String secret : List.of(token, "wrongtoken", "0612345678", "evil.example")) {
                assertFalse(said.contains(secret), said);
            }
            String nonce = "0123456789abcdef0123456789abcdef";
            String status = intake.says("GET " + Proof.path(nonce) + " HTTP/1.0\r\n\r\n");
            assertTrue(status.contains(Proof.of(new Secret(token), nonce)), status);
            assertTrue(status.stripTrailing().matches("(?s).*\nlast refused: \\S+Z 127.0.0.1 ENCRYPTED"), status);
        }
    }

    private List<String> lines() {
        return List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(TurnedAway.class);
    }
}
