package io.deskbell;

import io.deskbell.config.AsteriskSettings;
import io.deskbell.config.VoipgridSettings.Numbering;
import io.deskbell.config.XelionSettings;
import io.deskbell.source.ReadingTranslator;
import io.deskbell.source.asterisk.AsteriskReading;
import io.deskbell.source.intake.IntakeTranslator;
import io.deskbell.source.voipgrid.ClickToDialReading;
import io.deskbell.source.xelion.XelionReading;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How telephone systems with an interface of their own are recorded and replayed. */
final class SystemTapings {
    private static final String NUMBERING = "numbering";

    static final Taping INTAKE = new Taping(List.of(IntakeTranslator.REQUEST, IntakeTranslator.TOLD),
            List.of(NUMBERING), config -> Map.of(NUMBERING, config.systems().voipgrid()
                    .map(voipgrid -> voipgrid.numbering().name().toLowerCase(Locale.ROOT)).orElse("")),
            head -> new IntakeTranslator(head.extension().digits(), ReportWords.oneOf(Numbering.class,
                    head.find(NUMBERING).orElse("either").toUpperCase(Locale.ROOT)), head.plan()));
    static final Taping VOIPGRID = new Taping(List.of("voipgrid"),
            head -> new ReadingTranslator(Map.of("voipgrid", new ClickToDialReading(head.plan()))));
    static final Taping ASTERISK = new Taping(List.of("asterisk"), List.of("channels", "filter-variable"), config -> {
        AsteriskSettings asterisk = config.systems().asterisk().orElseThrow();
        return Map.of("channels", String.join(", ", asterisk.channels()),
                "filter-variable", asterisk.filterVariable().orElse(""));
    }, head -> new ReadingTranslator(Map.of("asterisk", new AsteriskReading(head.extension(), head.plan(),
            Arrays.asList(head.find("channels").orElse("PJSIP/{extension}, SIP/{extension}").split("[, ]+")),
            head.find("filter-variable"), id -> { }))));
    static final Taping XELION = new Taping(XelionReading.KINDS, List.of("phones", "user"), config -> {
        XelionSettings xelion = config.systems().xelion().orElseThrow();
        return Map.of("phones", String.join(",", xelion.phones()), "user", xelion.user());
    }, head -> new XelionReading(list(head, "phones"), head.find("user").orElse(""), head.plan()));

    private SystemTapings() {
    }

    private static List<String> list(RecordingHead head, String setting) {
        return head.find(setting).stream().flatMap(text -> Arrays.stream(text.split("[, ]+"))).toList();
    }
}
