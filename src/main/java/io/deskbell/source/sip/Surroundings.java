package io.deskbell.source.sip;

import io.deskbell.source.Tape;
import java.time.Clock;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** All that lies outside the program: time, the DNS, the network's routes, chance, and where it is written down. */
record Surroundings(SipTime time, SipTimers timers, ServerNames names, LocalAddress localAddress,
                    Supplier<String> tokens, RandomGenerator random, Tape tape) {
    Surroundings(SipTime time, SipTimers timers, ServerNames names, LocalAddress localAddress,
                 Supplier<String> tokens, RandomGenerator random) {
        this(time, timers, names, localAddress, tokens, random, Tape.NONE);
    }

    Surroundings with(SipTimers other) {
        return new Surroundings(time, other, names, localAddress, tokens, random, tape);
    }

    static Surroundings real(Clock clock, Tape tape) {
        return new Surroundings(SipTime.of(clock), SipTimers.USUAL, DnsNames.ofTheSystem(),
                LocalAddress.OF_THE_SYSTEM, new Tokens(), new Random(), tape);
    }
}
