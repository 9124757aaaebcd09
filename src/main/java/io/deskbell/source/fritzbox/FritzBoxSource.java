package io.deskbell.source.fritzbox;

import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.FritzBoxSettings;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhonePort;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.time.Clock;

/**
 * The call monitor of a FRITZ!Box. It tells what happens and never what is: a call that was going on while the
 * connection was lost is taken for over.
 */
public final class FritzBoxSource implements PhoneSource {
    private static final int LONGEST_LINE = 1_000;

    private final FritzBoxSettings settings;
    private final MonitorReading reading;
    private final Clock clock;
    private final Tape tape;

    public FritzBoxSource(FritzBoxSettings settings, NumberPlan plan, Clock clock, Tape tape) {
        this.settings = settings;
        this.reading = new MonitorReading(plan, settings.ports(), settings.numbers());
        this.clock = clock;
        this.tape = tape;
    }

    @Override
    public String name() {
        return "fritzbox";
    }

    @Override
    public String description() {
        return "calls on " + where();
    }

    @Override
    public void watch(PhoneListener listener) throws IOException, InterruptedException {
        try (PhonePort box = PhonePort.open(settings.host(), settings.port(),
                Reason.of(FritzBoxReason.SWITCH_ON))) {
            reading.lineUp();
            tape.lineUp();
            listener.watching();
            take("", listener); // So much for what calls there are.
            while (true) {
                take(nextLine(box), listener);
            }
        } catch (IOException failed) {
            throw PhonePort.trouble(failed, where());
        }
    }

    private void take(String line, PhoneListener listener) throws LineLostException, InterruptedException {
        tape.heard("fritzbox", line);
        reading.take(line, clock.instant(), listener);
    }

    private String where() {
        return settings.host() + " port " + settings.port();
    }

    private String nextLine(PhonePort box) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = box.read(); next != '\n'; next = box.read()) {
            if (next < 0) throw new LineLostException(Reason.of(FritzBoxReason.RESTARTING, where()));
            if (line.length() > LONGEST_LINE) throw new LineLostException(Reason.of(FritzBoxReason.NO_MONITOR));
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
