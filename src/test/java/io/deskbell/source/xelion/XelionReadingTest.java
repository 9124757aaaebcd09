package io.deskbell.source.xelion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.CallTracker;
import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.TrackerLimits;
import io.deskbell.call.Transfer;
import io.deskbell.source.PhoneListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server may send that is no sequence of calls; those are in the recordings. */
class XelionReadingTest {
    private static final String MINE = "{\"updateType\":\"insert\",\"version\":%d,\"activeChannel\":{\"callId\":\"y\","
            + "\"channelId\":\"c1\",\"state\":\"CONNECTED\",\"role\":\"CALLEE\",\"phone\":\"a101\","
            + "\"phoneUser\":\"%s\"}}";

    private final List<CallReport> reports = new ArrayList<>();
    private final XelionExchange exchange = new XelionExchange();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private XelionReading reading = reading(List.of());

    private static XelionReading reading(List<String> phones) {
        return new XelionReading(phones, "agent1", XelionSourceTest.PLAN);
    }

    @BeforeEach
    void listen() {
        exchange.onEvent((about, event) -> {
            try {
                take(XelionReading.EVENT, event);
            } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private boolean take(String kind, String text) throws InterruptedException {
        now = now.plusMillis(10);
        return reading.take(kind, text, now, new PhoneListener() {
            @Override
            public void watching() {
                // Nobody asked.
            }

            @Override
            public void report(CallReport report) {
                reports.add(report);
            }

            @Override
            public void snapshot(List<CallReport> all, Instant at) {
                reports.addAll(all);
            }
        });
    }

    @Test
    void whatIsNestedWithoutEndOrHasNoNameAsksForTheListAndNothingElse() throws InterruptedException {
        for (String hostile : List.of("[".repeat(100_000), "{\"a\":".repeat(50_000), "", "null", "7", "\"x\"",
                "{\"updateType\":\"insert\",\"version\":1,\"activeChannel\":{}}",
                "{\"activeChannel\":{\"callId\":{\"a\":1},\"channelId\":[]}}")) {
            assertTrue(take(XelionReading.EVENT, hostile), () -> hostile.substring(0, Math.min(20, hostile.length())));
        }
        for (String other : List.of("{}", "[]", "{\"notificationType\":null}", "{\"a\":\"callTransferredEvent\"}")) {
            assertFalse(take(XelionReading.EVENT, other), other);
        }
        for (String kind : List.of(XelionReading.CALLS, XelionReading.RECENT, XelionReading.ME)) {
            take(kind, "{\"data\":[{\"object\":[1,2]},3,{\"object\":{\"channelId\":{}}}],\"object\":7}");
        }
        assertEquals(List.of(), reports);
        assertThrows(IllegalArgumentException.class, () -> take("bria", "{}"));
    }

    @Test
    void aFloodOfChannelsIsBounded() throws InterruptedException {
        for (int i = 1; i <= 1_000; i++) {
            take(XelionReading.EVENT, MINE.formatted(i, "agent1").replace("\"c1\"", "\"c" + i + "\"")
                    .replace("\"y\"", "\"y" + i + "\""));
        }
        assertTrue(reports.size() <= 100, () -> "calls: " + reports.size());
    }

    @Test
    void numbersThatAreNoTelephoneNumbersAreNoTarget() throws InterruptedException {
        String call = exchange.calls("+31612345678", "", XelionExchange.ONE);
        take(XelionReading.ME, "{\"object\":{\"person\":{\"commonName\":\"Agent One\"}}}");
        take(XelionReading.CHANNELS, exchange.activeChannels(Optional.empty()));
        exchange.answer(call, XelionExchange.ONE);
        take(XelionReading.EVENT, "{\"notificationType\":\"callTransferredEvent\",\"version\":42,\"oid\":\"17\","
                + "\"callId\":\"" + call + "\"}");
        exchange.leaves(call, XelionExchange.ONE);
        now = now.plus(XelionReading.GRACE);
        take(XelionReading.QUIET, "");
        assertEquals(Optional.of(new Transfer(Transfer.SOMEBODY, false)), reports.getLast().transfer());
    }

    /** Nobody else's channels are told: so it may have been over. */
    @Test
    void whatComesBackWithoutARingIsToldToRingFirst() throws InterruptedException {
        for (boolean given : List.of(true, false)) {
            reading = reading(List.of());
            take(XelionReading.EVENT, MINE.formatted(1, "agent1"));
            if (given) take(XelionReading.EVENT, "{\"notificationType\":\"callTransferredEvent\",\"callId\":\"y\"}");
            take(XelionReading.EVENT, MINE.formatted(2, "agent1").replace("insert", "remove"));
            now = now.plus(XelionReading.GRACE);
            take(XelionReading.QUIET, "");
            assertEquals(given, reports.getLast().transfer().isPresent());
            reports.clear();
            take(XelionReading.EVENT, MINE.formatted(3, "agent1"));
            assertEquals(List.of(CallState.RINGING, CallState.CONNECTED),
                    reports.stream().map(CallReport::state).toList());
            assertEquals(given, reports.getLast().transferredBy().isPresent());
        }
    }

    @Test
    void aTargetThatIsToldIsTaken() throws InterruptedException {
        take(XelionReading.EVENT, MINE.formatted(1, "agent1"));
        take(XelionReading.EVENT, "{\"object\":{\"notificationType\":\"callTransferredEvent\",\"channelId\":\"c1\","
                + "\"target\":{\"phoneNumber\":\"103\",\"oid\":\"17\"}}}");
        take(XelionReading.EVENT, MINE.formatted(2, "agent1").replace("insert", "remove"));
        now = now.plus(XelionReading.GRACE);
        take(XelionReading.QUIET, "");
        assertEquals("103", reports.getLast().transfer().orElseThrow().to().digits());
    }

    @Test
    void aRefusedDialMakesNoDialledCallOfTheNext() throws InterruptedException {
        take(XelionReading.DIALLED, "0612345678");
        take(XelionReading.DIALLED, "");
        take(XelionReading.EVENT, MINE.formatted(1, "agent1").replace("CONNECTED", "RINGING"));
        assertEquals(Optional.of(Direction.INBOUND), reports.getLast().direction());
    }

    @Test
    void aNumberDialledFromHereIsAnsweredByTheOtherEndAndNotByPickingUp() throws InterruptedException {
        String call = ringsBack();
        exchange.calledUp(call, XelionExchange.ONE, "0201234567");
        now = now.plus(XelionReading.GRACE);
        take(XelionReading.QUIET, "");
        assertEquals(CallState.DIALING, reports.getLast().state());
        exchange.isAnswered(call);
        assertEquals(CallState.CONNECTED, reports.getLast().state());
        assertEquals(now, reports.getLast().at());
    }

    @Test
    void aNumberDialledFromHereThatIsBusyWasNeverAnswered() throws InterruptedException {
        String call = ringsBack();
        exchange.calledUp(call, XelionExchange.ONE, "102");
        exchange.leaves(call, XelionExchange.TWO);
        now = now.plus(XelionReading.GRACE);
        take(XelionReading.QUIET, "");
        exchange.hangUp(call);
        now = now.plus(XelionReading.GRACE);
        take(XelionReading.QUIET, "");
        assertEquals(List.of(CallState.DIALING, CallState.ENDED), states());
    }

    @Test
    void whereNoOtherEndIsToldOfPickingUpIsTheAnswerAMomentLater() throws InterruptedException {
        String call = ringsBack();
        exchange.state(call, XelionExchange.ONE, "CONNECTED");
        Instant pickedUp = now;
        take(XelionReading.QUIET, "");
        assertEquals(List.of(CallState.DIALING), states());
        now = now.plus(XelionReading.GRACE);
        take(XelionReading.QUIET, "");
        assertEquals(List.of(CallState.DIALING, CallState.CONNECTED), states());
        assertEquals(pickedUp, reports.getLast().at());
    }

    private String ringsBack() throws InterruptedException {
        take(XelionReading.ME, "{\"object\":{\"person\":{\"commonName\":\"Agent One\"}}}");
        take(XelionReading.DIALLED, "0201234567");
        return exchange.ringsBack(XelionExchange.ONE, "0201234567");
    }

    private List<CallState> states() {
        return reports.stream().map(CallReport::state).distinct().toList();
    }

    @Test
    void aCallDialledBeforeARestartIsOutboundAndWaitsForTheOtherEnd() throws InterruptedException {
        String call = exchange.ringsBack(XelionExchange.ONE, "0201234567");
        exchange.calledUp(call, XelionExchange.ONE, "0201234567");
        CallReport dialled = CallReport.of(OwnCall.keyOf(call, now), CallState.DIALING, now)
                .going(Direction.OUTBOUND).with(XelionSourceTest.PLAN.dialled("0201234567", ""));
        reading = reading(List.of());
        reading.takeUp(List.of(new CallTracker(new Extension("101"), TrackerLimits.USUAL).report(dialled)
                .getLast().call()));
        reading.lineUp();
        take(XelionReading.ME, "{\"object\":{\"person\":{\"commonName\":\"Agent One\"}}}");
        reports.clear();
        take(XelionReading.CHANNELS, exchange.activeChannels(Optional.empty()));
        exchange.isAnswered(call);
        assertEquals(List.of(CallState.DIALING, CallState.CONNECTED), states());
        assertEquals(Optional.of(Direction.OUTBOUND), reports.getLast().direction());
        assertEquals(dialled.party(), reports.getLast().party());
    }

    @Test
    void whatIsToldWhileAListIsUnderWayIsNewerThanTheList() throws InterruptedException {
        take(XelionReading.ASKED, "");
        take(XelionReading.EVENT, MINE.formatted(1, "agent1").replace("CONNECTED", "RINGING"));
        take(XelionReading.CHANNELS, "{\"data\":[]}");
        now = now.plus(XelionReading.GRACE);
        take(XelionReading.QUIET, "");
        assertEquals(CallState.RINGING, reports.getLast().state());
        take(XelionReading.ASKED, "");
        take(XelionReading.EVENT, MINE.formatted(2, "agent1").replace("insert", "remove"));
        take(XelionReading.CHANNELS, "{\"data\":[{\"callId\":\"y\",\"channelId\":\"c1\",\"state\":\"CONNECTED\","
                + "\"role\":\"CALLEE\",\"phone\":\"a101\",\"phoneUser\":\"agent1\"}]}");
        now = now.plus(XelionReading.GRACE);
        take(XelionReading.QUIET, "");
        assertEquals(CallState.ENDED, reports.getLast().state());
    }

    @Test
    void somebodyCalledTestIsNoEcho() {
        String transfer = "{\"name\":\"Test\",\"notificationType\":\"callTransferredEvent\"}";
        assertEquals(Notification.Type.TRANSFERRED, Notification.of(Notification.json(transfer).orElseThrow()).type());
        assertEquals(Notification.Type.ECHO, Notification.of(Notification.json(XelionWatch.TEST).orElseThrow()).type());
    }

    @Test
    void whereThePhonesAreNamedNobodysNameCounts() throws InterruptedException {
        reading = reading(List.of("A101", "m101"));
        take(XelionReading.EVENT, MINE.formatted(1, "Somebody Else"));
        take(XelionReading.EVENT, MINE.formatted(2, "agent1").replace("a101", "a102").replace("\"c1\"", "\"c2\""));
        assertEquals(1, reports.size());
    }
}
