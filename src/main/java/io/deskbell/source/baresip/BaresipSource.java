package io.deskbell.source.baresip;

import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.BaresipSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhonePort;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** A baresip on this computer, or on one that lets us at its ctrl_tcp port. */
public final class BaresipSource implements PhoneSource {
    private final BaresipSettings settings;
    private final BaresipCommands commands = new BaresipCommands();
    private final BaresipReading reading;
    private final Clock clock;
    private final Tape tape;

    public BaresipSource(BaresipSettings settings, NumberPlan plan, Clock clock, Tape tape) {
        this.settings = settings;
        this.reading = new BaresipReading(plan, commands::ask);
        this.clock = clock;
        this.tape = tape;
    }

    @Override
    public String name() {
        return "baresip";
    }

    @Override
    public String description() {
        return "baresip on " + where();
    }

    @Override
    public void watch(PhoneListener listener) throws IOException, InterruptedException {
        try (PhonePort port = PhonePort.open(settings.host(), settings.port(),
                Reason.of(BaresipReason.START))) {
            commands.to(port);
            tape.lineUp();
            listener.watching();
            reading.lineUp();
            while (true) {
                String word = Netstrings.next(port);
                tape.heard("baresip", word);
                reading.take(word, clock.instant(), listener);
                commands.answered(word);
            }
        } catch (IOException failed) {
            throw PhonePort.trouble(failed, where());
        } finally {
            commands.toNobody();
        }
    }

    @Override
    public Optional<Dialer> dialer() {
        return settings.dial() ? Optional.of(commands) : Optional.empty();
    }

    private String where() {
        return settings.host() + " port " + settings.port();
    }
}
