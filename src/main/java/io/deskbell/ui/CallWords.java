package io.deskbell.ui;

import io.deskbell.call.Call;
import io.deskbell.call.CallState;
import io.deskbell.call.LocalNumbers;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.outbox.Entry;
import io.deskbell.outbox.LoggedCall;
import io.deskbell.outbox.Progress;
import io.deskbell.ui.CallRow.Delivered;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Puts calls into words: who, which way, how long, and what Agent Inbox knows. Immutable. */
final class CallWords {
    private final Words words;
    private final Moments moments;
    private final LocalNumbers numbers;

    CallWords(Words words, Moments moments, LocalNumbers numbers) {
        this.words = words;
        this.moments = moments;
        this.numbers = numbers;
    }

    CallRow row(LoggedCall logged) {
        Call call = logged.call();
        Delivered delivered = delivered(logged);
        return new CallRow(call, style(call), words.of("call." + style(call)), title(call.party()),
                number(call.party()), copied(call.party()), moments.of(call.startedAt()), lasted(call), handed(call),
                delivered, words.of("delivery." + key(delivered)), trouble(logged));
    }

    /** The name, else the number, else why there is neither. */
    String title(Party party) {
        if (!party.name().isEmpty()) return OneLine.of(party.name());
        return switch (party) {
            case Party.Outside outside -> numbers.shown(outside.number());
            case Party.Colleague colleague -> words.of("party.colleague", colleague.extension().digits());
            case Party.Withheld ignored -> words.of("party.withheld");
            case Party.Unknown ignored -> words.of("party.unknown");
        };
    }

    /** The number as people of the country write it; empty when there is none. */
    String number(Party party) {
        return switch (party) {
            case Party.Outside outside -> numbers.shown(outside.number());
            case Party.Colleague colleague -> OneLine.of(colleague.extension().digits());
            case Party.Withheld ignored -> "";
            case Party.Unknown ignored -> "";
        };
    }

    String number(PhoneNumber number) {
        return numbers.shown(number);
    }

    /** For the clipboard: with the country code, without spaces. */
    static String copied(Party party) {
        return switch (party) {
            case Party.Outside outside -> outside.number().e164();
            case Party.Colleague colleague -> colleague.extension().digits();
            case Party.Withheld ignored -> "";
            case Party.Unknown ignored -> "";
        };
    }

    /** "Ringing", "On hold" and so on, as it is now. */
    String state(Call call) {
        boolean transferred = call.transfer().isPresent();
        if (transferred && call.transfer().get().isToSomebody()) return words.of("state.transferred.somebody");
        if (transferred) return words.of("state.transferred", call.transfer().get().to().digits());
        if (call.wasAnsweredElsewhere()) return words.of("call.elsewhere");
        if (call.state() == CallState.ENDED) return words.of(call.wasAnswered() ? "state.ended" : "state.unanswered");
        return words.of("state." + call.state().name().toLowerCase(Locale.ROOT));
    }

    private static String style(Call call) {
        if (call.isMissed()) return "missed";
        if (call.wasAnsweredElsewhere()) return "elsewhere";
        return call.isOutbound() ? "outbound" : "inbound";
    }

    private static String lasted(Call call) {
        boolean over = call.wasAnswered() && call.endedAt().isPresent();
        return over ? Moments.lasting(call.talked(call.endedAt().orElse(Instant.EPOCH))) : "";
    }

    private String handed(Call call) {
        Optional<String> away = call.transfer().map(given -> words.of("state.transferred", given.to().digits()));
        return away.or(() -> call.transferredBy().map(by -> words.of("call.handed", by.digits()))).orElse("");
    }

    private static Delivered delivered(LoggedCall logged) {
        if (logged.deliveries().isEmpty()) {
            return logged.why().isPresent() ? Delivered.NOT_REGISTERED : Delivered.NOT_YET;
        }
        if (first(logged, Progress.SET_ASIDE).isPresent()) return Delivered.REFUSED;
        return first(logged, Progress.WAITING).isPresent() ? Delivered.WAITING : Delivered.REGISTERED;
    }

    private String trouble(LoggedCall logged) {
        Optional<String> refusal = first(logged, Progress.SET_ASIDE).map(entry -> entry.words().orElse(""));
        if (refusal.isPresent()) return OneLine.of(refusal.get());
        return logged.why().map(why -> words.of("why." + why.name().toLowerCase(Locale.ROOT))).orElse("");
    }

    private static Optional<Entry> first(LoggedCall logged, Progress progress) {
        return logged.deliveries().stream().filter(entry -> entry.progress() == progress).findFirst();
    }

    private static String key(Delivered delivered) {
        return delivered.name().toLowerCase(Locale.ROOT);
    }
}
