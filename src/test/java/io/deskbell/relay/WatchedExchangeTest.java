package io.deskbell.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.CallReport;
import io.deskbell.call.Extension;
import io.deskbell.source.EveryWord;
import io.deskbell.source.Exchange;
import io.deskbell.source.PhoneListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedExchangeTest {
    private static final Extension DESK = new Extension("201");

    private final EveryWord words = new EveryWord();
    private final List<String> line = new ArrayList<>();

    @Test
    void everyWordOfADeskIsHandedOnToItAndTheLineHearsOnlyThatItIsUp() throws Exception {
        new WatchedExchange(new ToldOnce(), new OneDesk()).watch(new PhoneListener() {
            @Override
            public void watching() {
                line.add("watching");
            }

            @Override
            public void report(CallReport report) {
                line.add("report");
            }

            @Override
            public void snapshot(List<CallReport> reports, Instant at) {
                line.add("snapshot");
            }
        });
        words.allCame();
        assertEquals(List.of("watching"), line);
    }

    /** Tells its one desk everything there is to tell. */
    private final class ToldOnce implements Exchange {
        @Override
        public String name() {
            return "3cx";
        }

        @Override
        public String description() {
            return "a test";
        }

        @Override
        public void watch(Desks desks) {
            words.tell(desks.of(DESK));
        }
    }

    /** The desk itself. */
    private final class OneDesk implements Exchange.Desks {
        @Override
        public List<Extension> all() {
            return List.of(DESK);
        }

        @Override
        public PhoneListener of(Extension extension) {
            return words.last();
        }
    }
}
