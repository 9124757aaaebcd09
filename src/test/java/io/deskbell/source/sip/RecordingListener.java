package io.deskbell.source.sip;

import io.deskbell.call.CallReport;
import io.deskbell.source.PhoneListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it hears, one line a word. */
final class RecordingListener implements PhoneListener {
    final List<String> heard = new ArrayList<>();
    final List<CallReport> reports = new ArrayList<>();

    @Override
    public void watching() {
        heard.add("watching");
    }

    @Override
    public void report(CallReport report) {
        heard.add("report " + line(report));
        reports.add(report);
    }

    @Override
    public void snapshot(List<CallReport> calls, Instant at) {
        heard.add("snapshot " + calls.stream().map(RecordingListener::line).toList());
        reports.addAll(calls);
    }

    private static String line(CallReport report) {
        return report.key().value() + " " + report.state();
    }
}
