package io.deskbell.doctor;

import java.util.ArrayList;
import java.util.List;

/** Makes the checks one after another and tells each finding as it comes. */
public final class Doctor {
    private final List<Check> checks;

    public Doctor(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /** Hears what is found while it is being found. */
    public interface Listener {
        void found(Finding finding);

        /** So many of all checks are made. */
        default void progressed(int done, int all) {
            // Who prints lines needs no bar.
        }
    }

    public Report examine(Listener listener) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (int done = 0; done < checks.size(); done++) {
            listener.progressed(done, checks.size());
            for (Finding finding : look(checks.get(done))) {
                findings.add(finding);
                listener.found(finding);
            }
        }
        listener.progressed(checks.size(), checks.size());
        return new Report(findings);
    }

    /** A fault in one check is a finding, and the others are still worth making. */
    private static List<Finding> look(Check check) throws InterruptedException {
        try {
            return check.look();
        } catch (RuntimeException fault) {
            return List.of(DoctorReason.FAULT.found(fault.getClass().getSimpleName(),
                    check.getClass().getSimpleName()));
        }
    }
}
