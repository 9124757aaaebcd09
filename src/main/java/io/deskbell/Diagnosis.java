package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.doctor.Check;
import io.deskbell.doctor.Doctor;
import io.deskbell.doctor.FolderCheck;
import io.deskbell.doctor.InboxCheck;
import io.deskbell.doctor.IntakeCheck;
import io.deskbell.doctor.NumbersCheck;
import io.deskbell.doctor.PhoneCheck;
import io.deskbell.doctor.SipCheck;
import io.deskbell.outbox.CallLog;
import io.deskbell.source.PhoneSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The command {@code deskbell doctor}: puts the checks for this configuration together. */
final class Diagnosis {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Diagnosis() {
    }

    static int run(Config config, Path data) throws InterruptedException {
        List<Check> checks = new ArrayList<>();
        checks.add(new FolderCheck(data));
        checks.add(new InboxCheck(config.inbox()));
        Clock clock = Clock.systemUTC();
        for (PhoneSource source : PhoneSources.of(config, clock)) {
            if (source.name().equals("intake")) {
                checks.add(new IntakeCheck(config.intake().orElseThrow()));
                continue;
            }
            boolean sip = source.name().equals("sip");
            checks.add(sip ? SipCheck.of(config.sip().orElseThrow(), PhoneSources.numberPlan(config.agent()), clock,
                    PATIENCE) : new PhoneCheck(source, PATIENCE));
        }
        checks.add(new NumbersCheck(CallLog.of(data)));
        return new Doctor(checks).examine(System.out) ? Main.DONE : Main.FAILED;
    }
}
