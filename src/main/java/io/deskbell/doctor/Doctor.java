package io.deskbell.doctor;

import java.io.PrintStream;
import java.util.List;

/** Makes the checks one after another and prints each finding as it comes. */
public final class Doctor {
    private final List<Check> checks;

    public Doctor(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /** @return whether nothing is broken */
    public boolean examine(PrintStream out) throws InterruptedException {
        int broken = 0;
        for (Check check : checks) {
            for (Finding finding : check.look()) {
                out.println(finding);
                if (finding.mark() == Finding.Mark.BROKEN) broken++;
            }
        }
        out.println(broken == 0 ? "Nothing is broken." : broken + " to mend, see FAIL above.");
        return broken == 0;
    }
}
