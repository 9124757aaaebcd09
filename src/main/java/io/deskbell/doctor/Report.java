package io.deskbell.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskbell.doctor.Finding.Mark;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All that was found, as text and as JSON. The JSON's shape is in {@code diagnosis.md}, and only grows. */
public record Report(List<Finding> findings) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Report {
        findings = List.copyOf(findings);
    }

    public long broken() {
        return findings.stream().filter(finding -> finding.mark() == Mark.BROKEN).count();
    }

    /** The last line, for people. */
    public String verdict() {
        long broken = broken();
        return broken == 0 ? "Nothing is broken." : broken + " to mend, see FAIL above.";
    }

    public String text() {
        return findings.stream().map(Finding::toString).collect(Collectors.joining("\n", "", "\n")) + verdict() + "\n";
    }

    public String json(String version, Instant at) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", 1).put("deskbell", version).put("at", at.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("broken", broken());
        ArrayNode list = root.putArray("findings");
        for (Finding finding : findings) {
            list.addObject().put("mark", finding.mark().name().toLowerCase(Locale.ROOT)).put("part", finding.part())
                    .put("words", finding.words());
        }
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("text is always JSON", impossible);
        }
    }
}
