package io.deskbell;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.Direction;
import io.deskbell.call.NotRegistered;
import io.deskbell.call.Party;
import io.deskbell.call.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes events and registrations the way recordings hold them, one a line, calls named a, b, c in the order they
 * first appear:
 *
 * <pre>
 * 2.966 ANSWERED a inbound party=+31612345678 name="J. Jansen"
 * 2.966 ANSWERED a number=+31612345678 extension=201 inbound
 * </pre>
 */
final class ReplayWords {
    private final List<String> ids = new ArrayList<>();

    String event(CallEvent event, Optional<NotRegistered> whyNot) {
        Call call = event.call();
        List<String> words = new ArrayList<>();
        words.add(time(event.at()));
        words.add(event.type().name());
        words.add(label(call.id()));
        call.direction().map(ReplayWords::word).ifPresent(words::add);
        words.add("party=" + party(call.party()));
        if (!call.party().name().isEmpty()) words.add("name=\"" + call.party().name().replace('"', '\'') + '"');
        call.transferredBy().ifPresent(by -> words.add("handed-over-by=" + by));
        if (event.type() == CallEvent.Type.TRANSFERRED) {
            call.transfer().ifPresent(given -> words.add("to=" + given.to() + (given.inferred() ? " inferred" : "")));
        }
        if (event.type() == CallEvent.Type.ENDED) {
            call.endReason().ifPresent(reason -> words.add("reason=" + reason));
            whyNot.ifPresent(why -> words.add("unregistered=" + why));
        }
        return String.join(" ", words);
    }

    String registration(Registration told) {
        List<String> words = new ArrayList<>();
        words.add(time(told.at()));
        words.add(told.kind().name());
        words.add(label(told.callId()));
        words.add("number=" + told.number());
        words.add("extension=" + told.extension());
        words.add(word(told.direction()));
        told.referrer().ifPresent(referrer -> words.add("referrer=" + referrer));
        told.filter().ifPresent(filter -> words.add("filter=" + filter.field() + ":" + filter.value()));
        return String.join(" ", words);
    }

    /** The phone would be asked for all its calls again. */
    static String asksAgain(Instant at) {
        return time(at) + " asks-again";
    }

    static String time(Instant at) {
        return String.format(Locale.ROOT, "%.3f", Duration.between(Recording.BEGIN, at).toMillis() / 1000.0);
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static String party(Party party) {
        return switch (party) {
            case Party.Outside outside -> outside.number().e164();
            case Party.Colleague colleague -> colleague.extension().digits();
            case Party.Withheld ignored -> "withheld";
            case Party.Unknown ignored -> "unknown";
        };
    }

    private String label(String id) {
        if (!ids.contains(id)) ids.add(id);
        int place = ids.indexOf(id);
        return place < 26 ? String.valueOf((char) ('a' + place)) : "call" + place;
    }
}
