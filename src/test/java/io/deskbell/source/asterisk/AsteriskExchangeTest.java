package io.deskbell.source.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.CallReport;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.AsteriskSettings;
import io.deskbell.config.Secret;
import io.deskbell.source.Exchange;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** As a relay watches: for all desks at once. */
class AsteriskExchangeTest {
    @Test
    void oneConnectionTellsManyDesks() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        List<Extension> all = List.of(new Extension("201"), new Extension("202"));
        Exchange.Desks desks = new Exchange.Desks() {
            @Override
            public List<Extension> all() {
                return all;
            }

            @Override
            public PhoneListener of(Extension extension) {
                return new Ear(extension.digits(), told);
            }
        };
        AmiServer server = AmiServer.open();
        AsteriskSettings settings = new AsteriskSettings("127.0.0.1", server.port(), false, Optional.empty(),
                AmiServer.USER, new Secret(AmiServer.SECRET), List.of("PJSIP/{extension}"), "from-internal",
                Optional.empty(), false);
        Exchange exchange = new AsteriskSource(settings, new Extension("201"),
                new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201")), Clock.systemUTC(), Tape.NONE);
        Thread watching = Thread.ofVirtual().start(() -> {
            try {
                exchange.watch(desks);
            } catch (IOException | InterruptedException over) {
                told.add("over");
            }
        });
        for (String desk : List.of("201", "202")) assertEquals(desk + " watching", told.poll(20, TimeUnit.SECONDS));
        for (String desk : List.of("201", "202")) assertEquals(desk + " all []", told.poll(20, TimeUnit.SECONDS));
        server.pbx.ring(server.pbx.incoming("0612345678", "0201234567"), "202");
        assertEquals("202 RINGING", told.poll(20, TimeUnit.SECONDS));
        watching.interrupt();
        assertEquals("over", told.poll(20, TimeUnit.SECONDS));
        server.close();
    }

    /** What one desk is told. */
    private record Ear(String desk, BlockingQueue<String> told) implements PhoneListener {
        @Override
        public void watching() {
            told.add(desk + " watching");
        }

        @Override
        public void report(CallReport report) {
            told.add(desk + " " + report.state());
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
            told.add(desk + " all " + reports);
        }
    }
}
