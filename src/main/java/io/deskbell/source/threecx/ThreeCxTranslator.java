package io.deskbell.source.threecx;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Translator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays what was recorded at a line to a 3CX: what the websocket said, what was answered, and that time passed.
 *
 * <pre>
 * /callcontrol/100/participants/7 200 Sat, 28 Nov 2026 10:00:00 GMT
 * {"id":7, ...}
 * </pre>
 */
public final class ThreeCxTranslator implements Translator {
    public static final String NOTICE = "3cx-notice";
    public static final String ANSWER = "3cx-answer";
    public static final String QUIET = "3cx-quiet";
    public static final List<String> KINDS = List.of(NOTICE, ANSWER, QUIET);

    private final ThreeCxReading reading;

    /**
     * @param host of the telephone system: part of calls' names
     * @param queues the number customers dial, by queue
     */
    public ThreeCxTranslator(String host, Map<String, String> queues, Extension extension, NumberPlan plan) {
        reading = new ThreeCxReading(host, queues, List.of(extension), own -> plan);
    }

    static String written(String path, Answer answer, Instant serverTime) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(serverTime.atOffset(ZoneOffset.UTC));
        return path + " " + answer.status() + " " + date + "\n" + answer.body();
    }

    @Override
    public void lineUp() {
        reading.lineUp();
    }

    @Override
    public boolean came(String kind, String text, Instant at, PhoneListener to) throws InterruptedException {
        reading.tellTo(extension -> to);
        switch (kind) {
            case NOTICE -> {
                Notice notice = Notice.read(text);
                if (notice.kind() == Notice.Kind.REMOVE) reading.isGone(notice.path(), at);
            }
            case ANSWER -> answered(new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), at);
            case QUIET -> reading.passed(at);
            default -> throw new IllegalArgumentException(kind + ": not one of " + String.join(", ", KINDS));
        }
        return false;
    }

    private void answered(String text, Instant at) throws InterruptedException {
        String[] parts = text.split("\n", 2);
        String[] head = parts[0].strip().split(" ", 3);
        if (head.length < 3) throw new IllegalArgumentException("an answer begins with path, status and date");
        String body = parts.length > 1 ? parts[1] : "";
        Instant serverTime = time(head[2]);
        if (head[1].equals("404")) {
            reading.isGone(head[0], at);
        } else if (head[1].equals("200") && head[0].equals("/callcontrol")) {
            Optional<State> state = State.read(body, serverTime);
            if (state.isPresent()) reading.all(state.get(), at);
        } else if (head[1].equals("200")) {
            Optional<Participant> part = State.json(body).flatMap(Participant::of);
            if (part.isPresent()) reading.stands(part.get(), serverTime, at);
        }
    }

    private static Instant time(String written) {
        try {
            return ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(written + ": not a date such as Sat, 28 Nov 2026 10:00:00 GMT");
        }
    }
}
