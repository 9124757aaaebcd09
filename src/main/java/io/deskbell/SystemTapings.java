package io.deskbell;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.Config;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import io.deskbell.source.intake.IntakeTranslator;
import io.deskbell.source.mqtt.MqttSource;
import io.deskbell.source.mqtt.MqttTranslator;
import java.time.Clock;
import java.util.List;

/** How telephone systems with an interface of their own are recorded and replayed. */
final class SystemTapings {
    static final Taping MQTT = new Taping(List.of(MqttTranslator.LETTER, MqttTranslator.STATUS),
            head -> mqtt(head.extension(), head.plan()));

    private SystemTapings() {
    }

    static PhoneSource mqtt(Config config, NumberPlan plan, Clock clock, Tape tape) {
        Extension extension = new Extension(config.agent().extension());
        return new MqttSource(config.systems().mqtt().orElseThrow(), extension, ThisComputer.mark(),
                mqtt(extension, plan), clock, tape);
    }

    /** What a relay passes on as it was told is read as if it had been told to the intake of this desk. */
    static MqttTranslator mqtt(Extension extension, NumberPlan plan) {
        IntakeTranslator intake = new IntakeTranslator(extension.digits(), plan);
        return new MqttTranslator((by, body, at, listener) ->
                intake.came(IntakeTranslator.TOLD, by + "\n" + body, at, listener));
    }
}
