package io.deskbell.source.threecx;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names calls the same at every desk: {@code pbx.example.com-261128-321}, of the host, the day the call was first seen,
 * and its number. The day is the telephone system's, by the Date of its answers, and changes at three in the night
 * (UTC), when next to nobody calls. After a restart the numbers begin at 1: what comes then is {@code …-261128.2-5}.
 * Bounded; not thread safe.
 */
final class CallNames {
    private static final Duration NIGHT = Duration.ofHours(3);
    private static final int MOST = 2_000;
    /** Calls that begin together are not always heard of in their order, least of all by a line that comes and goes. */
    private static final int NEAR = 8;
    /** Nobody dials for so long. */
    private static final Duration DIALLING = Duration.ofMinutes(5);
    /** Digits in runs of six at the most: the log takes longer ones for telephone numbers. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final String host;
    private final Map<Long, SeenCall> calls = new LinkedHashMap<>();
    private long highest;
    private Instant highestAt = Instant.EPOCH;
    private boolean maybeRestarted;
    private LocalDate restartedOn = LocalDate.EPOCH;
    private int run = 1;

    CallNames(String host) {
        this.host = host;
    }

    /** Nobody looked for a while. */
    void lineUp() {
        maybeRestarted = highest > 0;
    }

    /**
     * Whether the telephone system was restarted while nobody looked: none of the calls of before goes on, and a number
     * is another conversation's than before, or is far behind though none is ahead, or is being dialled though higher
     * ones were seen long ago. Calls of before mean nothing then.
     */
    boolean beganAnew(Collection<Participant> parts, Instant serverTime) {
        if (!maybeRestarted) return false;
        boolean known = parts.stream().anyMatch(this::isKnown);
        boolean ahead = parts.stream().anyMatch(part -> part.call() > highest);
        boolean goesOn = known || ahead && parts.stream().noneMatch(this::isAnotherNow);
        boolean anew = !goesOn && parts.stream().anyMatch(part -> isAnotherNow(part) || isFarBehind(part)
                || isDialledAgain(part, serverTime));
        if (goesOn || anew) maybeRestarted = false; // Else calls between colleagues leave it open.
        if (!anew) return false;
        LocalDate today = day(serverTime);
        run = today.equals(restartedOn) ? run + 1 : 2;
        restartedOn = today;
        calls.clear();
        highest = 0;
        return true;
    }

    private boolean isKnown(Participant part) {
        return part.outside() && calls.containsKey(part.call()) && calls.get(part.call()).knows(part);
    }

    private boolean isAnotherNow(Participant part) {
        return part.outside() && calls.containsKey(part.call()) && !calls.get(part.call()).knows(part);
    }

    private boolean isFarBehind(Participant part) {
        return !calls.containsKey(part.call()) && 2 * part.call() <= highest && part.call() <= highest - NEAR;
    }

    /** Numbers grow: a call that only begins has a higher one than all that began before. */
    private boolean isDialledAgain(Participant part, Instant serverTime) {
        return part.status() == Participant.Status.DIALING && part.call() <= highest
                && highestAt.plus(DIALLING).isBefore(serverTime);
    }

    SeenCall find(long number, Instant serverTime) {
        if (number > highest) highestAt = serverTime;
        highest = Math.max(highest, number);
        SeenCall call = calls.computeIfAbsent(number, fresh -> new SeenCall(name(fresh, serverTime)));
        if (calls.size() > MOST) calls.remove(calls.keySet().iterator().next());
        return call;
    }

    private String name(long number, Instant serverTime) {
        LocalDate day = day(serverTime);
        String since = day.equals(restartedOn) ? DAY.format(day) + "." + run : DAY.format(day);
        return host + "-" + since + "-" + number;
    }

    private static LocalDate day(Instant serverTime) {
        return LocalDate.ofInstant(serverTime.minus(NIGHT), ZoneOffset.UTC);
    }
}
