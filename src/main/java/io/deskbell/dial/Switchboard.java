package io.deskbell.dial;

import io.deskbell.call.DialPlan;
import io.deskbell.call.Dialable;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.Config;
import io.deskbell.desktop.Launcher;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.Softphone;
import io.deskbell.desktop.TelLink;
import io.deskbell.source.Dialer;
import io.deskbell.source.PhoneSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Reads numbers to be dialled and has them dialled by the first that can. Thread safe. */
public final class Switchboard {
    private final DialPlan plan;
    private final Optional<Dialer> dialer;

    /** What a written number comes to. */
    public sealed interface Reading {
    }

    public record Number(Dialable number) implements Reading {
    }

    /** @param words why, for a person, with nothing of what was written in them */
    public record NoNumber(String words) implements Reading {
    }

    Switchboard(DialPlan plan, List<Dialer> ways) {
        this.plan = plan;
        this.dialer = ways.stream().findFirst();
    }

    /** The phone sources that can dial come first, then what the configuration names. */
    public static Switchboard of(Config config, NumberPlan numbers, List<PhoneSource> sources, Machine machine) {
        List<Dialer> ways = new ArrayList<>();
        sources.forEach(source -> source.dialer().ifPresent(ways::add));
        config.dial().url().ifPresent(url -> ways.add(url.toLowerCase(Locale.ROOT).startsWith("http")
                ? new WebDialer(new OkHttpClient(), config.dial()) : new SoftphoneDialer(url, new Softphone(machine))));
        if (!config.dial().command().isEmpty()) {
            ways.add(new CommandDialer(config.dial().command(), Launcher.REAL));
        }
        DialPlan plan = new DialPlan(numbers, config.agent().country(), config.agent().outsidePrefix(),
                config.dial().withPlus());
        return new Switchboard(plan, ways);
    }

    public boolean canDial() {
        return dialer.isPresent();
    }

    /** @param written typed by a person, or a link, which nobody trusts */
    public Reading read(String written) {
        return switch (TelLink.read(written)) {
            case TelLink.Refused refused -> new NoNumber(refused.words());
            case TelLink.Number number -> plan.read(number.digits()).<Reading>map(Number::new)
                    .orElseGet(() -> new NoNumber("Nobody can be reached under this number."));
        };
    }

    /** Blocks as {@link Dialer#dial} does. */
    public Dialer.Outcome dial(Dialable number, Runnable pickUp) throws InterruptedException {
        return dialer.isEmpty() ? new Dialer.NotSetUp() : dialer.get().dial(number.digits(), pickUp);
    }
}
