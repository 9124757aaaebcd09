package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PhoneCheckTest {
    @Test
    void aPhoneThatTellsItsCallsIsWell() throws InterruptedException {
        assertEquals(List.of(Finding.well("sip", "watching 201 on pbx"),
                Finding.well("sip", "calls at the phone now: 0")),
                look(Duration.ofSeconds(5), listener -> {
                    listener.watching();
                    listener.snapshot(List.of(), Instant.EPOCH);
                    new CountDownLatch(1).await();
                }));
    }

    @Test
    void aPhoneThatCannotBeWatchedSaysWhy() throws InterruptedException {
        assertEquals(List.of(Finding.broken("sip", "pbx refuses the password of 201")),
                look(Duration.ofSeconds(5), listener -> {
                    throw new LineLostException("pbx refuses the password of 201");
                }));
    }

    @Test
    void aPhoneThatNeverTellsItsCallsIsBroken() throws InterruptedException {
        assertEquals(List.of(Finding.well("sip", "watching 201 on pbx"),
                Finding.broken("sip", "the line is up, but the phone never said what calls there are: check that it"
                        + " may be watched, else send a support bundle")),
                look(Duration.ofSeconds(1), listener -> {
                    listener.watching();
                    new CountDownLatch(1).await();
                }));
    }

    @Test
    void aFaultInASourceIsSaid() throws InterruptedException {
        assertEquals(List.of(Finding.broken("sip", "a fault in the program (IllegalStateException): send a support"
                + " bundle")),
                look(Duration.ofSeconds(5), listener -> {
                    throw new IllegalStateException("a fault");
                }));
    }

    @Test
    void silenceIsBroken() throws InterruptedException {
        assertEquals(List.of(Finding.broken("sip", "no answer within 0 s from 201 on pbx: check its"
                + " address, port and transport, and that no firewall is in between")),
                look(Duration.ofMillis(50), listener -> new CountDownLatch(1).await()));
    }

    private static List<Finding> look(Duration patience, Watching watching) throws InterruptedException {
        return new PhoneCheck(new PhoneSource() {
            @Override
            public String name() {
                return "sip";
            }

            @Override
            public String description() {
                return "201 on pbx";
            }

            @Override
            public void watch(PhoneListener listener) throws IOException, InterruptedException {
                watching.on(listener);
            }
        }, patience).look();
    }

    /** What a phone does when it is watched. */
    private interface Watching {
        void on(PhoneListener listener) throws IOException, InterruptedException;
    }
}
