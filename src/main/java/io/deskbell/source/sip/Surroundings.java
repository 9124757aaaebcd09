package io.deskbell.source.sip;

import java.time.Clock;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** All that lies outside the program: time, the DNS, the network's routes and chance. */
record Surroundings(SipTime time, SipTimers timers, ServerNames names, LocalAddress localAddress,
                    Supplier<String> tokens, RandomGenerator random) {
    Surroundings with(SipTimers other) {
        return new Surroundings(time, other, names, localAddress, tokens, random);
    }

    static Surroundings real(Clock clock) {
        return new Surroundings(SipTime.of(clock), SipTimers.USUAL, DnsNames.ofTheSystem(),
                LocalAddress.OF_THE_SYSTEM, new Tokens(), new Random());
    }
}
