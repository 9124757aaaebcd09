package io.deskbell.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.deskbell.source.mqtt.Topics;
import io.deskbell.source.voipgrid.Notifications.Person;
import io.deskbell.source.voipgrid.Sequence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A call that 201 answers and, after a consultation, gives to 202. Two relays share its eight notifications, and one of
 * them is cut off for minutes.
 */
class LateWarmTransferTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Topics TOPICS = new Topics("deskbell");
    private static final int CREATED = 0;
    private static final int RINGING = 1;
    private static final int ANSWERED = 2;
    private static final int CONSULTATION_RINGING = 3;
    private static final int CONSULTATION_ANSWERED = 4;
    private static final int TRANSFERRED = 5;
    private static final int CONSULTATION_ENDED = 6;
    private static final int ENDED = 7;

    private final List<Addressing> relays = List.of(new Addressing("relay-a", TOPICS, Set.of()),
            new Addressing("relay-b", TOPICS, Set.of()));
    private final RelayedDesk desk = new RelayedDesk("201");
    private List<Sequence.Told> told = List.of();
    private List<Instant> moments = List.of();
    private Instant now = NOON;
    private long items;

    private void happens(boolean switched) {
        Sequence.Pace pace = new Sequence.Pace() {
            @Override
            public Duration soon() {
                return Duration.ofMillis(400);
            }

            @Override
            public Duration later() {
                return Duration.ofSeconds(8);
            }
        };
        told = Sequence.of(Sequence.Kind.WARM_TRANSFER, "58f1a0-1", Person.outside("+31501234567", "A"), switched, NOON,
                pace).told();
        List<Instant> all = new ArrayList<>();
        Instant at = NOON;
        for (Sequence.Told one : told) {
            at = at.plus(one.after());
            all.add(at);
        }
        moments = all;
    }

    private void tells(int relay, Duration late, int... which) {
        for (int one : which) {
            Instant at = moments.get(one);
            now = now.isAfter(at.plus(late)) ? now : at.plus(late);
            relays.get(relay).posts(new Spool.Item(++items, at, Optional.empty(),
                    told.get(one).json().getBytes(StandardCharsets.UTF_8))).forEach(this::publish);
        }
    }

    private void publish(Mqtt5Publish post) {
        String topic = post.getTopic().toString();
        String text = new String(post.getPayloadAsBytes(), StandardCharsets.UTF_8);
        if (TOPICS.isRoutes(topic)) {
            relays.forEach(relay -> relay.learn(text).forEach(this::publish));
        } else if (topic.equals(TOPICS.everybody()) || topic.endsWith("/201")) {
            desk.came(text, now);
        }
    }

    /** An end that is told before the transfer is registered as this desk's, and then once more. */
    private void isRegisteredWhole(boolean switched) {
        desk.finish();
        String words = (switched ? "under the consultation's name " : "under its own name ") + desk.registered();
        assertEquals(Set.of("58f1a0-1"), desk.registered().keySet(), words);
        assertEquals(List.of("ANSWERED 201", "TRANSFER 202", "DISCONNECTED 202"), desk.registered().get("58f1a0-1")
                .stream().filter(one -> !one.equals("DISCONNECTED 201")).toList(), words);
    }

    @Test
    void theAnswerMayBeToldMinutesAfterTheTransfer() {
        happens(false);
        tells(0, Duration.ZERO, CREATED, RINGING, CONSULTATION_RINGING, CONSULTATION_ANSWERED, TRANSFERRED,
                CONSULTATION_ENDED, ENDED);
        tells(1, Duration.ofMinutes(4), ANSWERED);
        isRegisteredWhole(false);
    }

    /** By then a ring of which nobody heard more would be given up. */
    @Test
    void soItMayWhereTheRestIsToldMinutesLateToo() {
        happens(false);
        tells(0, Duration.ofMinutes(4), CREATED, RINGING, CONSULTATION_RINGING, CONSULTATION_ANSWERED, TRANSFERRED,
                CONSULTATION_ENDED, ENDED);
        tells(1, Duration.ofMinutes(5), CREATED, RINGING, ANSWERED);
        isRegisteredWhole(false);
    }

    /** The desk knows the consultation alone then, which is not the call that was given away. */
    @Test
    void theTransferMayBeToldMinutesBeforeTheCall() {
        for (boolean switched : List.of(false, true)) {
            LateWarmTransferTest it = new LateWarmTransferTest();
            it.happens(switched);
            it.tells(0, Duration.ZERO, CONSULTATION_RINGING, CONSULTATION_ANSWERED, TRANSFERRED);
            it.tells(1, Duration.ofMinutes(4), CREATED, RINGING, ANSWERED, CONSULTATION_ENDED, ENDED);
            it.isRegisteredWhole(switched);
        }
    }

    /** Long enough for the consultation to be over, and not for its end to be forgotten. */
    @Test
    void theTransferMayBeToldSecondsBeforeTheCallToo() {
        for (boolean switched : List.of(false, true)) {
            LateWarmTransferTest it = new LateWarmTransferTest();
            it.happens(switched);
            it.tells(0, Duration.ZERO, CONSULTATION_RINGING, TRANSFERRED, CONSULTATION_ENDED, ENDED);
            Duration late = Duration.between(it.moments.get(RINGING), it.moments.get(ENDED)).plusSeconds(1);
            it.tells(1, late, RINGING, ANSWERED, CONSULTATION_ANSWERED);
            it.isRegisteredWhole(switched);
        }
    }
}
