package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.config.SipSettings;
import io.deskbell.config.SipSettings.SilentFork;
import io.deskbell.source.Pseudonyms;
import io.deskbell.source.Tape;
import io.deskbell.source.TapeFile;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The tape of {@code [sip] record}, with the head that a recording needs to be played anywhere. */
final class SipTape {
    private SipTape() {
    }

    static Tape of(Config config, Clock clock) {
        SipSettings sip = config.sip().orElseThrow();
        if (sip.recording().isEmpty()) return Tape.NONE;
        UnaryOperator<String> masking = sip.recording().get().masked() ? new Pseudonyms() : UnaryOperator.identity();
        return new TapeFile(sip.recording().get().file(), "sip", head(config, sip), masking, clock);
    }

    private static String head(Config config, SipSettings sip) {
        StringBuilder head = new StringBuilder();
        setting(head, "desk", Optional.of(config.agent().extension()));
        setting(head, "country", Optional.of(config.agent().country()));
        setting(head, "internal", Optional.of(config.agent().internal()));
        setting(head, "outside-prefix", Optional.of(config.agent().outsidePrefix()));
        setting(head, "transfer", Optional.of(PhoneSources.transferRole(config).name().toLowerCase(Locale.ROOT)));
        setting(head, "watch", Optional.of(sip.watch()));
        setting(head, "event", Optional.of(sip.event().name().toLowerCase(Locale.ROOT)));
        setting(head, "filter-field", config.inbox().filterField());
        setting(head, "filter-header", sip.fork().flatMap(SilentFork::filterHeader));
        setting(head, "call-id-header", sip.fork().flatMap(SilentFork::callIdHeader));
        return head.toString();
    }

    private static void setting(StringBuilder head, String name, Optional<String> value) {
        value.filter(text -> !text.isEmpty())
                .ifPresent(text -> head.append(name).append(": ").append(text).append('\n'));
    }
}
