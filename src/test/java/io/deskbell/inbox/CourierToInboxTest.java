package io.deskbell.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.deskbell.outbox.Courier;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.outbox.Delivery;
import io.deskbell.outbox.LoggedCall;
import io.deskbell.outbox.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the event to the answer: the real disk, the real courier, the real client, a scripted server. */
@Timeout(60)
final class CourierToInboxTest {
    private static final Pattern EVENT = Pattern.compile("\"Id\":\"(.*?)\",\"EventType\":\"(.*?)\"");

    private final Inbox inbox = new Inbox();
    private final BlockingQueue<Delivery> told = new LinkedBlockingQueue<>();
    @TempDir
    private Path folder;
    private Storage storage;
    private Desk desk;
    private Courier courier;

    @BeforeEach
    void open() throws IOException {
        storage = Storage.open(folder, Clock.systemUTC());
        desk = new Desk(storage);
        courier = new Courier(storage.outbox(), inbox.client, List.of((registration, delivery) -> told.add(delivery)),
                Clock.systemUTC(), new Random(1));
        courier.start();
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        courier.stop(Duration.ofSeconds(1));
        storage.close();
        inbox.close();
    }

    @Test
    void aCallIsAnsweredAndEndsAndTheConversationIsKnown() throws IOException, InterruptedException {
        inbox.answers(201, "{\"conversationId\":\"c-42\"}");
        inbox.answers(201, "");
        desk.answers("a");
        assertEquals("a Answered", next());
        assertEquals(new Delivery.Accepted(Optional.of("c-42")), told.take());
        desk.hangsUp("a");
        assertEquals("a Disconnected", next());
        told.take();

        LoggedCall logged = storage.log().find("a").orElseThrow();
        assertEquals(Optional.of("c-42"), logged.deliveries().getFirst().conversationId());
    }

    @Test
    void aServerWithAFaultIsAskedAgainAndNothingOvertakes() throws InterruptedException {
        inbox.answers(500, "");
        inbox.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        inbox.answers(201, "");
        inbox.answers(201, "");
        desk.answers("a");
        assertEquals("a Answered", next());
        desk.hangsUp("a");

        assertEquals(List.of("a Answered", "a Answered", "a Disconnected"), List.of(next(), next(), next()));
        told.take();
        told.take();
        assertEquals(0, storage.outbox().counts().waiting());
        assertEquals(new CourierStatus.Delivering(), courier.status());
    }

    @Test
    void aServerThatAsksForTimeIsGivenIt() throws InterruptedException {
        inbox.answers(new MockResponse.Builder().code(429).addHeader("Retry-After", "1").build());
        inbox.answers(201, "");
        desk.answers("a");

        assertEquals(List.of("a Answered", "a Answered"), List.of(next(), next()));
        assertInstanceOf(Delivery.Accepted.class, told.take());
    }

    @Test
    void withTheRightKeyWhatWaitedGoes() throws InterruptedException {
        inbox.answers(401, "");
        inbox.answers(201, "");
        desk.answers("a");
        assertEquals("a Answered", next());
        inbox.client.change(Inbox.settings(inbox.address(), "right"));
        while (told.isEmpty()) { // The refusal may be on its way still.
            courier.keyChanged();
            Thread.onSpinWait();
        }

        assertEquals("/voip/registerevent/right", inbox.received().getTarget());
        assertInstanceOf(Delivery.Accepted.class, told.take());
    }

    @Test
    void aRefusalIsKeptWithItsWordsAndSentAgainOnRequest() throws IOException, InterruptedException {
        inbox.answers(406, "Unknown extension");
        inbox.answers(201, "");
        desk.answers("a");
        next();
        assertEquals(new Delivery.Refused("Unknown extension"), told.take());
        assertEquals(Optional.of("Unknown extension"),
                storage.log().find("a").orElseThrow().deliveries().getFirst().words());
        assertEquals(1, storage.outbox().counts().setAside());

        storage.outbox().sendAgain("a");
        assertEquals("a Answered", next());
        assertInstanceOf(Delivery.Accepted.class, told.take());
        assertEquals(0, storage.outbox().counts().setAside());
    }

    private String next() throws InterruptedException {
        Matcher event = EVENT.matcher(inbox.received().getBody().utf8());
        return event.find() ? event.group(1) + " " + event.group(2) : "no event";
    }
}
