package io.deskbell.call;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Chooses our own id for a call from the phone's name for it: the name itself, with the moment added where the name is
 * used again. A name shared by all desks stays as it is, or the desks would not mean the same call. Bounded; not thread
 * safe.
 */
final class CallIds {
    private static final int MOST = 1_000;
    /** Digits in runs of six at the most: the log takes longer ones for telephone numbers. */
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyMMdd-HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final Set<String> used = new LinkedHashSet<>();

    String idFor(CallReport first) {
        String name = first.key().value();
        boolean isNew = used.add(name);
        if (used.size() > MOST) used.remove(used.iterator().next());
        boolean asItIs = first.key().scope() == CallKey.Scope.SHARED
                || first.key().scope() == CallKey.Scope.LEG && isNew;
        return asItIs ? name : name + "-" + STAMP.format(first.at());
    }
}
