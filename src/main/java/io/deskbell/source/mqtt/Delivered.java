package io.deskbell.source.mqtt;

import io.deskbell.call.CallReport;
import io.deskbell.call.Extension;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was told before: the twin that a second relay, a restart or a lost acknowledgement brings is known by its id,
 * and what the end of its call has overtaken by its moment. Bounded; not thread safe.
 */
final class Delivered {
    private static final int MOST = 2_000;

    /** Words that may have to be read again, since one that belongs between them is told late. */
    private static final int MOST_WORDS = 1_000;

    /** At one moment an end is the last. */
    private static final Comparator<Letter.Told> ORDER =
            Comparator.<Letter.Told, Instant>comparing(letter -> letter.envelope().at())
                    .thenComparing(Letter.Told::over);

    private final Deque<Letter.Told> words = new ArrayDeque<>();
    private final Map<String, Boolean> ids = bounded();
    private final Map<String, Instant> ends = bounded();
    private final Map<String, Boolean> spokenOf = bounded();
    /** Of these calls the desk was told more than that they were given away. */
    private final Map<String, Boolean> begun = bounded();
    private final Map<String, Boolean> answered = bounded();
    private final Map<String, Extension> given = bounded();

    /** Whether this id is new; it is known from here on. */
    boolean isNew(String id) {
        return ids.put(id, true) == null;
    }

    /** These words were told, at whatever moment they were said. */
    void told(Letter.Told letter) {
        words.add(letter);
        if (words.size() > MOST_WORDS) words.remove();
    }

    /** All that was told lately, in the order in which it was said. */
    List<Letter.Told> story() {
        return words.stream().sorted(ORDER).toList();
    }

    /** Whether something that was said later was told before. */
    boolean isOvertaken(Letter.Told letter) {
        return words.stream().anyMatch(other -> ORDER.compare(other, letter) > 0);
    }

    /** Whether nothing was told of this call since the program started; it has been from here on. */
    boolean isFirstOf(String call) {
        return spokenOf.put(call, true) == null;
    }

    void over(String call, Instant at) {
        ends.put(call, at);
    }

    /** A second relay that was cut off may tell of a call's beginning when its end has long been told. */
    Optional<Instant> endOf(String call) {
        return Optional.ofNullable(ends.get(call));
    }

    /**
     * The desk was told this; a call that was joined with another has the other's name too. That it was given away does
     * not say that it was answered here before; and if nothing was told of it before, nobody could make anything of it.
     */
    void told(CallReport report) {
        boolean isAnswer = report.state().isAnswered()
                && (report.transfer().isEmpty() || wasAnswered(report.key().value()));
        boolean isKnown = begun.containsKey(report.key().value());
        for (String name : names(report)) {
            spokenOf.put(name, true);
            if (report.transfer().isEmpty()) begun.put(name, true);
            if (isAnswer) answered.put(name, true);
            if (isKnown) report.transfer().ifPresent(transfer -> given.put(name, transfer.to()));
        }
    }

    /** Whether that was the last colleague whom the call was given to. */
    boolean wasGiven(String call, Extension to) {
        return to.equals(given.get(call));
    }

    boolean wasAnswered(String call) {
        return answered.containsKey(call);
    }

    private static List<String> names(CallReport report) {
        return Stream.concat(Stream.of(report.key().value()), report.aliases().stream()).toList();
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }
}
