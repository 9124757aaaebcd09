package io.deskbell.doctor;

import io.deskbell.config.Origin;
import io.deskbell.config.Problem;
import java.util.ArrayList;
import java.util.List;

/** Which files were read, in which order, what is locked by whom, and what is wrong with them. */
public final class ConfigCheck implements Check {
    private static final String PART = "config";

    private final List<Origin> origins;
    private final List<Problem> problems;

    /** @param origins lowest first */
    public ConfigCheck(List<Origin> origins, List<Problem> problems) {
        this.origins = List.copyOf(origins);
        this.problems = List.copyOf(problems);
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        for (int place = 0; place < origins.size(); place++) {
            Origin origin = origins.get(place);
            String words = place + 1 + ". " + origin.name() + ": " + what(origin);
            if (origin.overruled().isEmpty()) findings.add(Finding.well(PART, words));
            else {
                findings.add(Finding.note(PART, words + "; not used, because locked above: "
                        + String.join(", ", origin.overruled()) + ": take it out, or ask IT"));
            }
        }
        problems.forEach(problem -> findings.add(Finding.broken(PART, problem.toString())));
        return findings;
    }

    private static String what(Origin origin) {
        if (!origin.exists()) return "not there";
        int keys = origin.set().size();
        String sets = keys == 0 ? "sets nothing" : keys == 1 ? "sets " + origin.set().getFirst()
                : "sets " + keys + " keys";
        return origin.locks().isEmpty() ? sets : sets + ", locks " + String.join(", ", origin.locks());
    }
}
