package io.deskbell;

import io.deskbell.doctor.Doctor;
import io.deskbell.doctor.Finding;
import io.deskbell.doctor.Report;
import io.deskbell.doctor.SupportBundle;
import io.deskbell.ui.CheckUp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/** Hands the doctor's words to the window of the diagnosis: the two do not know each other. One thread at a time. */
final class DeskCheckUp implements CheckUp {
    private final Diagnosis diagnosis;
    private final Locale locale;
    private Report last = new Report(List.of());

    /** @param locale the agent's */
    DeskCheckUp(Diagnosis diagnosis, Locale locale) {
        this.diagnosis = diagnosis;
        this.locale = locale;
    }

    @Override
    public void examine(Listener listener) throws InterruptedException {
        last = diagnosis.doctor().examine(new Doctor.Listener() {
            @Override
            public void found(Finding finding) {
                listener.found(line(finding));
            }

            @Override
            public void progressed(int done, int all) {
                listener.progressed(done, all);
            }
        });
    }

    @Override
    public Bundle bundle() throws IOException {
        SupportBundle made = diagnosis.bundle(last, false);
        return new Bundle() {
            @Override
            public String fileName() {
                return BundleCommand.fileName(LocalDateTime.now());
            }

            @Override
            public List<Content> contents() {
                return made.items().stream().map(item -> new Content(item.name(), item.bytes(), item.numbers(),
                        item.secrets())).toList();
            }

            @Override
            public void write(Path file) throws IOException {
                made.write(file);
            }
        };
    }

    private Line line(Finding finding) {
        Level level = switch (finding.mark()) {
            case WELL -> Level.WELL;
            case NOTE -> Level.NOTE;
            case BROKEN -> Level.BROKEN;
        };
        return new Line(level, finding.part(), LogSetup.pen().over(finding.reason().in(locale)).text());
    }
}
