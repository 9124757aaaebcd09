package io.deskbell.source.bria;

import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.BriaSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.MessageSocket;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** A Bria on this computer. */
public final class BriaSource implements PhoneSource {
    private final BriaSettings settings;
    private final BriaCommands commands = new BriaCommands();
    private final BriaReading reading;
    private final Clock clock;
    private final Tape tape;

    public BriaSource(BriaSettings settings, NumberPlan plan, Clock clock, Tape tape) {
        this.settings = settings;
        this.reading = new BriaReading(plan, commands::askForCalls);
        this.clock = clock;
        this.tape = tape;
    }

    @Override
    public String name() {
        return "bria";
    }

    @Override
    public String description() {
        return "Bria on " + URI.create(settings.url()).getHost();
    }

    @Override
    public void watch(PhoneListener listener) throws IOException, InterruptedException {
        try (MessageSocket socket = MessageSocket.open(settings.url(), Reason.of(BriaReason.START))) {
            commands.to(socket);
            tape.lineUp();
            listener.watching();
            commands.askForCalls();
            while (true) {
                String frame = socket.next();
                if (commands.isAnswer(frame)) continue;
                tape.heard("bria", frame);
                reading.take(frame, clock.instant(), listener);
            }
        } finally {
            commands.toNobody();
        }
    }

    @Override
    public Optional<Dialer> dialer() {
        return settings.dial() ? Optional.of(commands) : Optional.empty();
    }
}
