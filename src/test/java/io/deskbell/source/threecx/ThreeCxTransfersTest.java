package io.deskbell.source.threecx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.RegistrationRules.TransferRole;
import io.deskbell.source.RegisteringDesk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Agent Inbox would receive of calls that go from desk to desk, and into the queue. */
class ThreeCxTransfersTest {
    private static final List<String> DESKS = List.of("201", "202", "203");
    private static final String CUSTOMER = "+31612345678";

    private final Map<String, RegisteringDesk> desks = new TreeMap<>();
    private SimulatedThreeCx exchange;
    private ThreeCxReading reading;
    private Instant now = Instant.parse("2026-11-28T09:00:00Z");
    private int call;

    @Test
    void handedOnToAThirdDesk() throws Exception {
        for (TransferRole role : List.of(TransferRole.GIVER, TransferRole.TAKER)) {
            answeredBy201(role);
            handedOver("201", "202");
            handedOver("202", "203");
            over();
            if (role == TransferRole.GIVER) {
                registered("201", "ANSWERED 201", "TRANSFER 202", "TRANSFER 203", "DISCONNECTED 203");
                registered("202");
                registered("203");
            } else {
                registered("201", "ANSWERED 201");
                registered("202", "TRANSFER 202");
                registered("203", "TRANSFER 203", "DISCONNECTED 203");
            }
        }
    }

    @Test
    void aCallThatComesOutOfTheQueueAgainKeepsItsIdAtAllDesks() throws Exception {
        for (TransferRole role : List.of(TransferRole.GIVER, TransferRole.TAKER)) {
            answeredBy201(role);
            leaves("201");
            offeredTo("201");
            handedOver("201", "202");
            over();
            if (role == TransferRole.GIVER) {
                registered("201", "ANSWERED 201", "DISCONNECTED 201", "ANSWERED 201", "TRANSFER 202",
                        "DISCONNECTED 202");
                registered("202");
            } else {
                registered("201", "ANSWERED 201", "DISCONNECTED 201", "ANSWERED 201");
                registered("202", "TRANSFER 202", "DISCONNECTED 202");
            }
        }
    }

    @Test
    void whoeverGotItPutsItIntoTheQueueAndAThirdDeskTakesItOut() throws Exception {
        answeredBy201(TransferRole.GIVER);
        handedOver("201", "202");
        leaves("202");
        offeredTo("203");
        over();
        registered("201", "ANSWERED 201", "TRANSFER 202", "DISCONNECTED 202");
        registered("202");
        registered("203", "ANSWERED 203", "DISCONNECTED 203");
    }

    /** The word that 202 has it again was lost: it shows when all is asked for. */
    @Test
    void whatIsGivenBackInVainIsNotOverBeforeAllWasAskedFor() throws Exception {
        answeredBy201(TransferRole.GIVER);
        handedOver("201", "202");
        exchange.leave(call, "202");
        exchange.refer(call, "201", CUSTOMER, "202", false);
        look();
        exchange.leave(call, "201");
        reading.isGone("/callcontrol/201/participants/3", now);
        exchange.refer(call, "202", CUSTOMER, "201", true);
        now = now.plusSeconds(3);
        assertTrue(reading.isAnyOver(now));
        reading.passed(now);
        look();
        registered("201", "ANSWERED 201", "TRANSFER 202");
        over();
        registered("201", "ANSWERED 201", "TRANSFER 202", "DISCONNECTED 202");
    }

    private void answeredBy201(TransferRole role) throws InterruptedException {
        exchange = new SimulatedThreeCx(DESKS);
        desks.clear();
        DESKS.forEach(extension -> desks.put(extension, new RegisteringDesk(extension, role)));
        reading = new ThreeCxReading("pbx", Map.of(), DESKS.stream().map(Extension::new).toList(),
                extension -> new NumberPlan("NL", new DigitLengths("2..5"), "", extension));
        reading.tellTo(extension -> desks.get(extension.digits()));
        reading.lineUp();
        reading.watching();
        look();
        call = exchange.newCall();
        offeredTo("201");
    }

    private void offeredTo(String extension) throws InterruptedException {
        exchange.ring(call, extension, CUSTOMER, "800");
        look();
        exchange.connect(call, extension);
        look();
    }

    private void handedOver(String from, String to) throws InterruptedException {
        exchange.leave(call, from);
        exchange.refer(call, to, CUSTOMER, from, false);
        look();
        exchange.connect(call, to);
        look();
    }

    private void leaves(String extension) throws InterruptedException {
        exchange.leave(call, extension);
        look();
        look(); // When it is believed.
    }

    private void over() throws InterruptedException {
        exchange.end(call);
        look();
        look();
    }

    private void look() throws InterruptedException {
        now = now.plusSeconds(3);
        reading.all(State.read(exchange.answer(Watching.ALL).body(), now).orElseThrow(), now);
    }

    private void registered(String extension, String... lines) {
        List<String> told = desks.get(extension).registered().stream()
                .map(one -> one.callId() + " " + one.kind() + " " + one.extension()).toList();
        assertEquals(Stream.of(lines).map(line -> "pbx-261128-1 " + line).toList(), told, extension);
    }
}
