package io.deskbell;

import io.deskbell.config.AsteriskSettings;
import io.deskbell.source.ReadingTranslator;
import io.deskbell.source.asterisk.AsteriskReading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How telephone systems with an interface of their own are recorded and replayed. */
final class SystemTapings {
    static final Taping ASTERISK = new Taping(List.of("asterisk"), List.of("channels", "filter-variable"), config -> {
        AsteriskSettings asterisk = config.systems().asterisk().orElseThrow();
        return Map.of("channels", String.join(", ", asterisk.channels()),
                "filter-variable", asterisk.filterVariable().orElse(""));
    }, head -> new ReadingTranslator(Map.of("asterisk", new AsteriskReading(head.extension(), head.plan(),
            Arrays.asList(head.find("channels").orElse("PJSIP/{extension}, SIP/{extension}").split("[, ]+")),
            head.find("filter-variable"), id -> { }))));

    private SystemTapings() {
    }
}
