package io.deskbell.call;

import java.time.Duration;

/**
 * How long the tracker waits for what may still come.
 *
 * @param unnamedRing a ring without a caller is held back so long: chan_sip names the caller a moment later
 * @param join two calls that end within this time of each other were joined
 * @param justBegun a call connected so soon after it began was not answered by a hand on the phone
 * @param gap a call that is handed over begins before the colleague's ends, or seems to begin so shortly after it
 * @param ring a call nobody answers and whose end nobody tells is over after this
 * @param silence an answered call of which nothing at all was heard for so long is over
 * @param memory a call that ended is remembered for late repeats of what it was
 * @param lostMemory the same for a call whose end was never told, which may turn up again
 * @param calls more live calls than this at one phone are no calls but an attack or a fault
 */
public record TrackerLimits(Duration unnamedRing, Duration join, Duration justBegun, Duration gap, Duration ring,
                            Duration silence, Duration memory, Duration lostMemory, int calls) {

    public static final TrackerLimits USUAL = new TrackerLimits(Duration.ofMillis(200), Duration.ofMillis(1500),
            Duration.ofSeconds(1), Duration.ofMillis(150), Duration.ofMinutes(3), Duration.ofHours(12),
            Duration.ofSeconds(10), Duration.ofHours(4), 100);
}
