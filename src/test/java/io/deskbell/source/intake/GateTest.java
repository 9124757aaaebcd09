package io.deskbell.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.IntakeSettings;
import io.deskbell.config.Secret;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final String TOKEN = "0123456789abcdef";

    private final AtomicLong nanos = new AtomicLong();
    private final Gate gate = new Gate(new IntakeSettings(1, "127.0.0.1", new Secret(TOKEN), List.of()), nanos::get);

    @Test
    void soManyRequestsASecondAndNoMore() {
        assertEquals(Gate.A_SECOND, letIn());
        nanos.addAndGet(100_000_000);
        assertEquals(Gate.A_SECOND / 10, letIn());
        nanos.addAndGet(60_000_000_000L);
        assertEquals(Gate.A_SECOND, letIn(), "what was not used is not saved up");
    }

    private int letIn() {
        int many = 0;
        while (gate.hasRoom()) many++;
        return many;
    }

    @Test
    void onlyTheWholeTokenIsTheToken() {
        assertTrue(gate.isToken(TOKEN));
        for (String said : List.of("", TOKEN + "0", TOKEN.substring(1), TOKEN.toUpperCase())) {
            assertFalse(gate.isToken(said), said);
        }
        Gate open = new Gate(new IntakeSettings(1, "127.0.0.1", new Secret(""), List.of()), nanos::get);
        assertFalse(open.isToken(""), "no token is no way in");
    }

    @Test
    void theProofOfTheTokenIsAnotherForEachNonceAndToken() {
        assertEquals(gate.proof("a"), Proof.of(new Secret(TOKEN), "a"));
        assertNotEquals(gate.proof("a"), gate.proof("b"));
        assertNotEquals(gate.proof("a"), Proof.of(new Secret(TOKEN + "x"), "a"));
    }

    @Test
    void hostsThatAWebPageCannotNameAreOurs() throws Exception {
        for (String host : List.of("", "127.0.0.1", "10.0.0.7:17201", "[::1]:17201", "[fe80::1%eth0]", "LOCALHOST:1")) {
            assertEquals(Optional.empty(), gate.refusal(asking(host)), host);
        }
        for (String host : List.of("evil.example", "10.0.0.7.evil.example", "localhost.evil.example:17201", "10.0.0")) {
            assertEquals(Optional.of(Refusal.HOST), gate.refusal(asking(host)), host);
        }
    }

    private static HttpRequest asking(String host) throws HttpRequest.RefusedException {
        return HttpRequest.ofHead("GET /x HTTP/1.1\r\nHOST: " + host);
    }
}
