package io.deskbell.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.outbox.Counts;
import io.deskbell.outbox.Courier;
import io.deskbell.outbox.Delivery;
import io.deskbell.outbox.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Neither the key nor a caller's number gets out by any way but the request. */
@Timeout(60)
final class NothingLeaksTest {
    private static final List<String> SECRETS =
            List.of("S3cr3t", Inbox.NUMBER, Inbox.NUMBER.substring(1), "612345678", "612-345-678");

    @TempDir
    private Path folder;

    @Test
    void neitherKeyNorNumberIsSaidWhateverTheServerDoes() {
        try (Inbox inbox = new Inbox(); AllOutput output = new AllOutput()) {
            List<Delivery> deliveries = new ArrayList<>();
            for (MockResponse response : badDay()) {
                inbox.answers(response);
                try (InboxClient client = Inbox.impatient(inbox.address())) {
                    deliveries.add(client.deliver(Inbox.answered()));
                }
            }
            for (String address : List.of("http://nowhere.invalid", "https://127.0.0.1:" + inbox.server.getPort())) {
                try (InboxClient client = Inbox.impatient(address)) {
                    client.warmUp();
                    deliveries.add(client.deliver(Inbox.answered()));
                }
            }
            System.out.println(deliveries + " " + Inbox.answered() + RegisterEvent.of(Inbox.answered())
                    + Inbox.settings(inbox.address(), Inbox.KEY));
            assertTrue(output.jdkRecords() > 0, "the HTTP client's own log was heard");
            assertKept(output.text());
        }
    }

    @Test
    void neitherKeyNorNumberIsSaidByTheCourier() throws IOException, InterruptedException {
        CountDownLatch refused = new CountDownLatch(1);
        try (Inbox inbox = new Inbox(); AllOutput output = new AllOutput();
                Storage storage = Storage.open(folder, Clock.systemUTC())) {
            inbox.answers(500, echo());
            inbox.answers(400, echo());
            Courier courier = new Courier(storage.outbox(), inbox.client,
                    List.of((registration, delivery) -> refused.countDown()), Clock.systemUTC(), new Random(1));
            Desk.answers(storage);
            courier.start();
            assertTrue(refused.await(20, TimeUnit.SECONDS));
            courier.stop(Duration.ofSeconds(1));

            Counts counts = storage.outbox().counts();
            assertEquals(1, counts.setAside());
            System.out.println(counts + " " + courier.status());
            assertTrue(output.text().contains("Agent Inbox refuses ANSWERED"), output.text());
            assertKept(output.text());
        }
    }

    private static List<MockResponse> badDay() {
        List<MockResponse> responses = new ArrayList<>();
        for (int code : new int[] {200, 201, 302, 400, 401, 403, 404, 406, 429, 500, 503}) {
            responses.add(new MockResponse.Builder().code(code).body(echo()).addHeader("Location", echo()).build());
        }
        responses.add(new MockResponse.Builder().status(echo()).build());
        responses.add(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        responses.add(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        return responses;
    }

    /** A server that repeats what it was asked. */
    private static String echo() {
        return "POST /voip/registerevent/" + Inbox.KEY + " for " + Inbox.NUMBER + " or 0612-345-678";
    }

    private static void assertKept(String said) {
        SECRETS.forEach(secret -> assertFalse(said.contains(secret), () -> secret + " in:\n" + said));
    }
}
