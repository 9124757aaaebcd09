package io.deskbell;

import io.deskbell.config.ConfigException;
import io.deskbell.config.Problem;
import io.deskbell.config.RelaySettings;
import io.deskbell.doctor.Check;
import io.deskbell.doctor.ConfigCheck;
import io.deskbell.doctor.DiskCheck;
import io.deskbell.doctor.Doctor;
import io.deskbell.doctor.PhoneCheck;
import io.deskbell.doctor.RelayCheck;
import io.deskbell.relay.Relay.Watched;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Puts together what {@code deskbell relay --check} looks at. */
final class RelayDiagnosis {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private RelayDiagnosis() {
    }

    static Doctor doctor(ConfigFiles files, Path data, Clock clock) {
        List<Problem> problems = new ArrayList<>();
        List<Check> parts = new ArrayList<>(List.of(new DiskCheck(data)));
        try {
            RelaySettings settings = files.loadRelay();
            parts.add(new RelayCheck(settings, clock));
            if (RelaySources.watched(files, settings, clock) instanceof Watched.Many many) {
                // One stands for all: more log-ins at once would look like an attack.
                many.sources().values().stream().limit(1).forEach(source ->
                        parts.add(new PhoneCheck(source, PATIENCE)));
            }
        } catch (ConfigException wrong) {
            problems.addAll(wrong.problems());
        }
        List<Check> checks = new ArrayList<>(List.of(new ConfigCheck(files.origins(), problems)));
        checks.addAll(parts);
        return new Doctor(checks);
    }
}
