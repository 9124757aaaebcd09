package io.deskbell.source.tinyphone;

import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.TinyphoneSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.LineLostException;
import io.deskbell.source.MessageSocket;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhonePort;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import okhttp3.HttpUrl;

/** A Tinyphone on this computer. */
public final class TinyphoneSource implements PhoneSource {
    private final TinyphoneSettings settings;
    private final TinyphoneReading reading;
    private final TinyphoneWeb web;
    private final Clock clock;
    private final Tape tape;

    public TinyphoneSource(TinyphoneSettings settings, NumberPlan plan, Clock clock, Tape tape) {
        this.settings = settings;
        this.reading = new TinyphoneReading(plan);
        this.web = new TinyphoneWeb(HttpUrl.get(settings.url()));
        this.clock = clock;
        this.tape = tape;
    }

    @Override
    public String name() {
        return "tinyphone";
    }

    @Override
    public String description() {
        HttpUrl url = HttpUrl.get(settings.url());
        return "Tinyphone on " + url.host() + " port " + url.port();
    }

    /** Events first, then what there is: what happens in between is told and does no harm twice. */
    @Override
    public void watch(PhoneListener listener) throws IOException, InterruptedException {
        String events = settings.url().replaceFirst("^http", "ws") + "/events";
        try (MessageSocket socket = MessageSocket.open(events, Reason.of(TinyphoneReason.START))) {
            tape.lineUp();
            listener.watching();
            take(calls(), listener);
            while (true) {
                take(socket.next(), listener);
            }
        }
    }

    @Override
    public Optional<Dialer> dialer() {
        return settings.dial() ? Optional.of(web) : Optional.empty();
    }

    private String calls() throws LineLostException, InterruptedException {
        try {
            return web.calls();
        } catch (IOException failed) {
            throw PhonePort.trouble(failed, "Tinyphone");
        }
    }

    private void take(String word, PhoneListener listener) throws LineLostException, InterruptedException {
        tape.heard("tinyphone", word);
        reading.take(word, clock.instant(), listener);
    }
}
