package io.deskbell.source.asterisk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was found out before, for the last so many questions: the same are asked with every event. Not thread safe. */
final class Known<Q, A> {
    private final Map<Q, A> answers;
    private final Function<Q, A> findingOut;

    Known(int most, Function<Q, A> findingOut) {
        this.findingOut = findingOut;
        this.answers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
                return size() > most;
            }
        };
    }

    A of(Q question) {
        A known = answers.get(question);
        if (known != null) return known;
        A found = findingOut.apply(question);
        answers.put(question, found);
        return found;
    }
}
