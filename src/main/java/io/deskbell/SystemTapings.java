package io.deskbell;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.AsteriskSettings;
import io.deskbell.config.Config;
import io.deskbell.config.MqttSettings;
import io.deskbell.config.VoipgridSettings.Numbering;
import io.deskbell.config.XelionSettings;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.ReadingTranslator;
import io.deskbell.source.Tape;
import io.deskbell.source.asterisk.AsteriskReading;
import io.deskbell.source.intake.IntakeTranslator;
import io.deskbell.source.mqtt.MqttSource;
import io.deskbell.source.mqtt.MqttTranslator;
import io.deskbell.source.voipgrid.ClickToDialReading;
import io.deskbell.source.xelion.XelionReading;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** How telephone systems with an interface of their own are recorded and replayed. */
final class SystemTapings {
    private static final String NUMBERING = "numbering";

    static final Taping INTAKE = new Taping(List.of(IntakeTranslator.REQUEST, IntakeTranslator.TOLD),
            List.of(NUMBERING), SystemTapings::numberingHead, SystemTapings::intake);
    static final Taping MQTT = new Taping(List.of(MqttTranslator.LETTER, MqttTranslator.STATUS),
            List.of(NUMBERING), SystemTapings::numberingHead, head -> mqtt(() -> intake(head)));
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

    static PhoneSource mqtt(Config config, NumberPlan plan, Clock clock, Tape tape) {
        Extension extension = new Extension(config.agent().extension());
        Numbering numbering = config.systems().voipgrid().orElseThrow().numbering();
        MqttSettings settings = config.systems().mqtt().orElseThrow();
        MqttTranslator translator = mqtt(() -> new IntakeTranslator(extension.digits(), numbering, plan));
        String mark = ThisComputer.mark(settings.broker().user());
        return new MqttSource(settings, extension, mark, translator, clock, tape);
    }

    /** What a relay passes on as it was told is read as if it had been told to the intake of this desk. */
    private static MqttTranslator mqtt(Supplier<IntakeTranslator> intakes) {
        return new MqttTranslator(() -> {
            IntakeTranslator intake = intakes.get();
            return (by, body, at, listener) ->
                    intake.came(IntakeTranslator.TOLD, by + "\n" + body, at, listener);
        });
    }

    private static IntakeTranslator intake(RecordingHead head) {
        String numbering = head.find(NUMBERING).orElse("either").toUpperCase(Locale.ROOT);
        return new IntakeTranslator(head.extension().digits(), ReportWords.oneOf(Numbering.class, numbering),
                head.plan());
    }

    /** Of VoIPGRID's notifications, which may be told to the intake or by a relay. */
    private static Map<String, String> numberingHead(Config config) {
        return Map.of(NUMBERING, config.systems().voipgrid()
                .map(voipgrid -> voipgrid.numbering().name().toLowerCase(Locale.ROOT)).orElse(""));
    }

    private static List<String> list(RecordingHead head, String setting) {
        return head.find(setting).stream().flatMap(text -> Arrays.stream(text.split("[, ]+"))).toList();
    }
}
