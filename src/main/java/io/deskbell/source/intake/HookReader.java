package io.deskbell.source.intake;

import io.deskbell.call.CallReport;
import io.deskbell.call.NumberPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the intake makes of what phones tell, without its listener: for recordings. Not thread safe. */
public final class HookReader {
    private final Profiles profiles;
    private final OpenCalls calls;

    public HookReader(String ownExtension, NumberPlan plan) {
        this.profiles = new Profiles(ownExtension);
        this.calls = new OpenCalls(plan);
    }

    /** Empty for what the profile does not understand, as the intake refuses it. */
    public List<CallReport> reports(String profile, Telling telling, Instant at) {
        List<CallReport> reports = new ArrayList<>();
        try {
            Profile reader = profiles.find(profile)
                    .orElseThrow(() -> new IllegalArgumentException(profile + ": no such profile"));
            for (Word word : reader.read(telling)) {
                reports.addAll(calls.reports(word, at));
            }
        } catch (NotUnderstoodException refused) {
            return List.of();
        }
        return reports;
    }
}
