package io.deskbell.relay;

import io.deskbell.call.Extension;
import io.deskbell.source.Exchange;
import io.deskbell.source.ForwardingListener;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import java.io.IOException;
import java.util.List;

/** An exchange as a source, so that it is kept watching like one: what it reports goes to the desks themselves. */
final class WatchedExchange implements PhoneSource {
    private final Exchange exchange;
    private final Exchange.Desks desks;

    WatchedExchange(Exchange exchange, Exchange.Desks desks) {
        this.exchange = exchange;
        this.desks = desks;
    }

    @Override
    public String name() {
        return exchange.name();
    }

    @Override
    public String description() {
        return exchange.description();
    }

    @Override
    public void watch(PhoneListener line) throws IOException, InterruptedException {
        exchange.watch(new Exchange.Desks() {
            @Override
            public List<Extension> all() {
                return desks.all();
            }

            @Override
            public PhoneListener of(Extension extension) {
                return new Announced(desks.of(extension), line);
            }
        });
    }

    /** The first desk's line that is up says that the exchange's is. */
    private static final class Announced extends ForwardingListener {
        private final PhoneListener line;

        Announced(PhoneListener desk, PhoneListener line) {
            super(desk);
            this.line = line;
        }

        @Override
        public void watching() throws InterruptedException {
            line.watching();
            super.watching();
        }
    }
}
