package io.deskbell.ui.tray;

import io.deskbell.call.Call;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.outbox.Counts;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.SourceStatus;
import io.deskbell.ui.tray.TrayFacts.Phone;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An agent's desk on a Monday afternoon. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-03-02T13:05:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Amsterdam"));
    static final SourceStatus WATCHING = new SourceStatus.Watching(NOW);
    static final Counts NOTHING_WAITS = new Counts(0, 0, 0, Optional.empty());
    static final TrayFacts ALL_WELL = facts(List.of(new Phone("pbx.example.com", WATCHING)),
            new CourierStatus.Delivering(), NOTHING_WAITS, List.of(), List.of(), Paused.NOTHING);

    private Samples() {
    }

    static TrayModel model(String language) {
        return new TrayModel(Locale.forLanguageTag(language), Locale.forLanguageTag(language), "NL", CLOCK);
    }

    static TrayFacts facts(List<Phone> phones, CourierStatus courier, Counts counts, List<Call> current,
                           List<Call> latest, Paused paused) {
        return new TrayFacts("201", phones, courier, counts, current, latest, paused, true);
    }

    static TrayFacts with(Paused paused) {
        return facts(ALL_WELL.phones(), ALL_WELL.courier(), NOTHING_WAITS, List.of(), List.of(), paused);
    }

    static TrayFacts with(Counts counts) {
        return facts(ALL_WELL.phones(), ALL_WELL.courier(), counts, List.of(), List.of(), Paused.NOTHING);
    }

    static TrayFacts with(CourierStatus courier) {
        return facts(ALL_WELL.phones(), courier, NOTHING_WAITS, List.of(), List.of(), Paused.NOTHING);
    }

    static TrayFacts with(SourceStatus... phones) {
        List<Phone> all = List.of(phones).stream().map(status -> new Phone("pbx.example.com", status)).toList();
        return facts(all, ALL_WELL.courier(), NOTHING_WAITS, List.of(), List.of(), Paused.NOTHING);
    }

    static TrayFacts withCalls(Call... current) {
        return facts(ALL_WELL.phones(), ALL_WELL.courier(), NOTHING_WAITS, List.of(current), List.of(),
                Paused.NOTHING);
    }

    static TrayFacts after(Call... latest) {
        return facts(ALL_WELL.phones(), ALL_WELL.courier(), NOTHING_WAITS, List.of(), List.of(latest),
                Paused.NOTHING);
    }

    static Party outside(String number, String name) {
        return new Party.Outside(new PhoneNumber(number), name);
    }

    static Call going(String id, CallState state) {
        return call(id, Direction.INBOUND, outside("+31201234567", ""), state, NOW, Optional.of(NOW));
    }

    static Call missed(String id, Party party, Instant at) {
        return call(id, Direction.INBOUND, party, CallState.ENDED, at, Optional.empty());
    }

    static Call answered(String id, Party party, Instant at) {
        return call(id, Direction.INBOUND, party, CallState.ENDED, at, Optional.of(at));
    }

    static Call dialled(String id, Party party, Instant at) {
        return call(id, Direction.OUTBOUND, party, CallState.ENDED, at, Optional.of(at));
    }

    private static Call call(String id, Direction way, Party party, CallState state, Instant at,
                             Optional<Instant> answered) {
        boolean over = state == CallState.ENDED;
        return new Call(id, CallKey.shared(id), new Extension("201"), Optional.of(way), party, Optional.empty(), state,
                at, answered, over ? Optional.of(at) : Optional.empty(),
                over ? Optional.of(EndReason.NORMAL) : Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }
}
