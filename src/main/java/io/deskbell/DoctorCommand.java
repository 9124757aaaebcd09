package io.deskbell;

import io.deskbell.doctor.Report;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

/** {@code deskbell doctor [--json]}: ends with 0, 1 where something is broken, 2 where that is the configuration. */
final class DoctorCommand {
    private final Diagnosis diagnosis;
    private final PrintStream out;

    DoctorCommand(Diagnosis diagnosis, PrintStream out) {
        this.diagnosis = diagnosis;
        this.out = out;
    }

    int run(List<String> words) throws CommandLine.UsageException, InterruptedException {
        boolean json = words.equals(List.of("--json"));
        if (!json && !words.isEmpty()) throw new CommandLine.UsageException("doctor takes --json and nothing else");
        LogSetup.silent();
        Report report = diagnosis.doctor().examine(finding -> {
            if (!json) out.println(LogSetup.pen().over(finding.toString()).text());
        });
        out.print(json ? LogSetup.pen().over(report.json(Version.TEXT, Clock.systemUTC().instant())).text()
                : report.verdict() + System.lineSeparator());
        if (!diagnosis.isConfigured()) return Main.WRONG_USAGE;
        return report.broken() == 0 ? Main.DONE : Main.FAILED;
    }
}
