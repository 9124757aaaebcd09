package io.deskbell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskbell.desktop.Reply;
import io.deskbell.desktop.SingleInstance;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.SourceStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How it stands with Agent Inbox and with each phone: what the running program alone knows. A doctor of another process
 * is told over the single instance's socket, as JSON.
 */
record Standing(CourierStatus courier, List<Line> lines) {
    static final List<String> ASKED = List.of("standing");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATE = "state";
    private static final String SINCE = "since";
    private static final String WHY = "why";

    Standing {
        lines = List.copyOf(lines);
    }

    /**
     * The line to one phone.
     *
     * @param source its name
     * @param where the source's own description: the same source at another place is another line
     */
    record Line(String source, String where, SourceStatus status) {
    }

    /** Empty where none runs on this data folder, or one that cannot tell. Makes no folder and no file. */
    static Optional<Standing> ofTheRunning(Path data) {
        try {
            Optional<SingleInstance.Later> running = SingleInstance.running(data);
            if (running.isEmpty()) return Optional.empty();
            Reply reply = running.get().ask(ASKED);
            return reply.exit() == Main.DONE ? Optional.of(read(reply.words())) : Optional.empty();
        } catch (IOException silent) {
            return Optional.empty(); // It is starting, or in its first run.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    Optional<SourceStatus> of(String source, String where) {
        return lines.stream().filter(line -> line.source().equals(source) && line.where().equals(where))
                .map(Line::status).findFirst();
    }

    String text() {
        ObjectNode root = JSON.createObjectNode();
        switch (courier) {
            case CourierStatus.Delivering well -> root.putObject("courier").put(STATE, "delivering");
            case CourierStatus.Unavailable away ->
                    put(root.putObject("courier"), "unavailable", away.since()).put(WHY, away.why());
            case CourierStatus.Unauthorized shut ->
                    put(root.putObject("courier"), "unauthorized", shut.since()).put(WHY, shut.why());
        }
        ArrayNode list = root.putArray("lines");
        for (Line line : lines) {
            ObjectNode node = list.addObject().put("source", line.source()).put("where", line.where());
            switch (line.status()) {
                case SourceStatus.Connecting first -> node.put(STATE, "connecting");
                case SourceStatus.Watching up -> put(node, "watching", up.since());
                case SourceStatus.Lost lost -> put(node, "lost", lost.since()).put(WHY, lost.why());
            }
        }
        return root.toString();
    }

    /** @throws IOException it is of a version that tells otherwise */
    static Standing read(String text) throws IOException {
        try {
            JsonNode root = JSON.readTree(text);
            List<Line> lines = new ArrayList<>();
            for (JsonNode line : root.path("lines")) {
                lines.add(new Line(line.path("source").asText(), line.path("where").asText(), line(line)));
            }
            return new Standing(courier(root.path("courier")), lines);
        } catch (JsonProcessingException | DateTimeException other) {
            throw new IOException("the running Deskbell tells otherwise how it stands", other);
        }
    }

    private static CourierStatus courier(JsonNode node) throws IOException {
        return switch (node.path(STATE).asText()) {
            case "delivering" -> new CourierStatus.Delivering();
            case "unavailable" -> new CourierStatus.Unavailable(node.path(WHY).asText(), since(node));
            case "unauthorized" -> new CourierStatus.Unauthorized(node.path(WHY).asText(), since(node));
            default -> throw new IOException("the running Deskbell names no state of its deliveries");
        };
    }

    private static SourceStatus line(JsonNode node) throws IOException {
        return switch (node.path(STATE).asText()) {
            case "connecting" -> new SourceStatus.Connecting();
            case "watching" -> new SourceStatus.Watching(since(node));
            case "lost" -> new SourceStatus.Lost(node.path(WHY).asText(), since(node));
            default -> throw new IOException("the running Deskbell names no state of a line");
        };
    }

    private static ObjectNode put(ObjectNode node, String state, Instant since) {
        return node.put(STATE, state).put(SINCE, since.toString());
    }

    private static Instant since(JsonNode node) {
        return Instant.parse(node.path(SINCE).asText());
    }
}
