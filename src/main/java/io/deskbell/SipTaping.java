package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.config.SipSettings;
import io.deskbell.config.SipSettings.Event;
import io.deskbell.config.SipSettings.SilentFork;
import io.deskbell.source.Translator;
import io.deskbell.source.sip.SipTranslator;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is written down of SIP: which line was watched and how, its notifications, and calls that rang along. */
final class SipTaping {
    static final Taping TAPING = new Taping(List.of(SipTranslator.NOTIFY, SipTranslator.MESSAGE),
            List.of("watch", "event", "filter-header", "call-id-header"), SipTaping::head, SipTaping::translator);

    private SipTaping() {
    }

    private static Map<String, String> head(Config config) {
        SipSettings sip = config.sip().orElseThrow();
        return Map.of("watch", sip.watch(), "event", sip.event().name().toLowerCase(Locale.ROOT),
                "filter-header", sip.fork().flatMap(SilentFork::filterHeader).orElse(""),
                "call-id-header", sip.fork().flatMap(SilentFork::callIdHeader).orElse(""));
    }

    private static Translator translator(RecordingHead head) {
        Event event = ReportWords.oneOf(Event.class, head.find("event").orElse("dialog").toUpperCase(Locale.ROOT));
        return new SipTranslator(head.plan(), head.find("watch").orElse(head.extension().digits()), event,
                new SilentFork(head.find("filter-header"), head.find("call-id-header"), Duration.ZERO));
    }
}
