package io.deskbell.doctor;

import io.deskbell.call.Reason;
import io.deskbell.config.Origin;
import io.deskbell.config.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which files were read, in which order, what is locked by whom, and what is wrong with them. */
public final class ConfigCheck implements Check {
    private static final String PART = "config";

    private final List<Origin> origins;
    private final List<Problem> problems;
    private final Optional<String> extension;

    /** @param origins lowest first */
    public ConfigCheck(List<Origin> origins, List<Problem> problems) {
        this(origins, problems, Optional.empty());
    }

    /** @param extension the agent's, where there is an agent and the configuration can be used */
    public ConfigCheck(List<Origin> origins, List<Problem> problems, Optional<String> extension) {
        this.origins = List.copyOf(origins);
        this.problems = List.copyOf(problems);
        this.extension = extension;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        for (int place = 0; place < origins.size(); place++) {
            Origin origin = origins.get(place);
            findings.add(origin.overruled().isEmpty()
                    ? DoctorReason.CONFIG_READ.found(place + 1, origin.name(), what(origin))
                    : DoctorReason.CONFIG_OVERRULED.found(place + 1, origin.name(), what(origin),
                            String.join(", ", origin.overruled())));
            origin.unheeded().forEach(what -> findings.add(DoctorReason.CONFIG_UNHEEDED.found(what.toString())));
        }
        boolean written = origins.stream().anyMatch(origin -> origin.set().contains("agent.extension"));
        extension.map((written ? DoctorReason.CONFIG_EXTENSION : DoctorReason.CONFIG_EXTENSION_FOUND)::found)
                .ifPresent(findings::add);
        problems.forEach(problem -> findings.add(Finding.broken(PART, problem.toString())));
        return findings;
    }

    private static Reason what(Origin origin) {
        if (!origin.exists()) return Reason.of(OriginReason.NOT_THERE);
        int keys = origin.set().size();
        Reason sets = keys == 0 ? Reason.of(OriginReason.SETS_NOTHING)
                : keys == 1 ? Reason.of(OriginReason.SETS_ONE, origin.set().getFirst())
                : Reason.of(OriginReason.SETS_MANY, keys);
        return origin.locks().isEmpty() ? sets
                : Reason.of(OriginReason.LOCKS, sets, String.join(", ", origin.locks()));
    }
}
