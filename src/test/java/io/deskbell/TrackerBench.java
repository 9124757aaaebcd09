package io.deskbell;

import com.sun.management.ThreadMXBean;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallTracker;
import io.deskbell.call.Extension;
import io.deskbell.call.TrackerLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints what a report costs in the tracker, time and allocation: 10,000 reports out of the recordings, each recording
 * with a tracker of its own, warm. Not a test; run it by hand.
 */
final class TrackerBench {
    private static final int REPORTS = 10_000;
    private static final int WARM_UP_ROUNDS = 50;
    private static final int ROUNDS = 20;

    private TrackerBench() {
    }

    public static void main(String[] arguments) throws IOException {
        List<List<CallReport>> calls = recorded(Path.of("src/test/resources/recordings/call"));
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            play(calls);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long begin = System.nanoTime();
        int events = 0;
        for (int i = 0; i < ROUNDS; i++) {
            events = play(calls);
        }
        double nanos = (double) (System.nanoTime() - begin) / ROUNDS / REPORTS;
        double allocated = (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / ROUNDS / REPORTS;
        System.out.printf(Locale.ROOT, "%d recorded reports, %d events: %.2f µs and %.0f bytes a report%n", REPORTS,
                events, nanos / 1000, allocated);
    }

    /** Reports of every recording, in its order, until there are enough. */
    private static List<List<CallReport>> recorded(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        List<List<CallReport>> calls = new ArrayList<>();
        int reports = 0;
        for (int i = 0; reports < REPORTS; i++) {
            List<CallReport> told = told(RecordingReader.read(files.get(i % files.size())));
            List<CallReport> fitting = told.subList(0, Math.min(told.size(), REPORTS - reports));
            reports += fitting.size();
            calls.add(fitting);
        }
        return calls;
    }

    private static List<CallReport> told(Recording recording) {
        List<CallReport> reports = new ArrayList<>();
        for (RecordedInput input : recording.inputs()) {
            if (input instanceof RecordedInput.Told told) reports.add(told.report());
        }
        return reports;
    }

    private static int play(List<List<CallReport>> calls) {
        int events = 0;
        for (List<CallReport> reports : calls) {
            CallTracker tracker = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
            for (CallReport report : reports) {
                events += tracker.report(report).size();
            }
        }
        return events;
    }
}
