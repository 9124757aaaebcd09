package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.config.Problem;
import io.deskbell.config.RelaySettings;
import io.deskbell.doctor.Check;
import io.deskbell.doctor.ConfigCheck;
import io.deskbell.doctor.DiskCheck;
import io.deskbell.doctor.Doctor;
import io.deskbell.doctor.RelayCheck;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Puts together what {@code deskbell relay --check} looks at. */
final class RelayDiagnosis {
    private RelayDiagnosis() {
    }

    static Doctor doctor(ConfigFiles files, Path data, Clock clock) {
        List<Problem> problems = new ArrayList<>();
        List<Check> parts = new ArrayList<>(List.of(new DiskCheck(data)));
        try {
            RelaySettings settings = files.loadRelay();
            parts.add(new RelayCheck(settings, clock));
            if (settings.web().isEmpty()) parts.add(watched(files, settings, clock));
        } catch (ConfigException wrong) {
            problems.addAll(wrong.problems());
        }
        List<Check> checks = new ArrayList<>(List.of(new ConfigCheck(files.origins(), problems)));
        checks.addAll(parts);
        return new Doctor(checks);
    }

    /** One stands for all, as a desk's: more log-ins at once would look like an attack. */
    private static Check watched(ConfigFiles files, RelaySettings settings, Clock clock) throws ConfigException {
        Config first = files.loadRelayed(settings.source(), settings.extensions().getFirst());
        return Diagnosis.phone(PhoneSources.of(first, clock).getFirst(), first, clock);
    }
}
