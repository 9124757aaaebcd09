package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final Report report = new Report(List.of(Finding.well("disk", "500 MB free"),
            Finding.broken("dns", "say \"hello\"")));

    @Test
    void theJsonHasTheShapeThatThePageTells() {
        assertEquals("""
                {
                  "format" : 1,
                  "deskbell" : "0.1.0",
                  "at" : "2026-03-02T09:00:00Z",
                  "broken" : 1,
                  "findings" : [ {
                    "mark" : "well",
                    "part" : "disk",
                    "words" : "500 MB free"
                  }, {
                    "mark" : "broken",
                    "part" : "dns",
                    "words" : "say \\"hello\\""
                  } ]
                }
                """, report.json("0.1.0", Instant.parse("2026-03-02T09:00:00.5Z")));
    }

    @Test
    void theTextIsALineAFinding() {
        assertEquals("""
                ok    disk       500 MB free
                FAIL  dns        say "hello"
                1 to mend, see FAIL above.
                """, report.text());
    }

    @Test
    void aFaultInOneCheckLeavesTheOthers() throws InterruptedException {
        List<String> progress = new ArrayList<>();
        Doctor doctor = new Doctor(List.of(() -> {
            throw new IllegalStateException("0612345678");
        }, () -> List.of(Finding.well("disk", "fine"))));
        Report both = doctor.examine(new Doctor.Listener() {
            @Override
            public void found(Finding finding) {
                progress.add(finding.part());
            }

            @Override
            public void progressed(int done, int all) {
                progress.add(done + "/" + all);
            }
        });
        assertEquals(List.of("0/2", "doctor", "1/2", "disk", "2/2"), progress);
        assertEquals(1, both.broken());
        assertEquals(-1, both.text().indexOf("0612345678"));
    }
}
