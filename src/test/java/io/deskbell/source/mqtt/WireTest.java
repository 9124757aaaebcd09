package io.deskbell.source.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Transfer;
import io.deskbell.source.mqtt.Letter.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00.123456Z");
    private static final Envelope ENVELOPE = new Envelope("a-1", "relay-a", AT);
    private static final long SEED = 20_261_128;

    private final Random random = new Random(SEED);

    @Test
    void anyReportIsTheSameThereAndBack() {
        for (int i = 0; i < 3_000; i++) {
            Letter letter = new Letter.Reported(ENVELOPE, anyReport());
            assertEquals(Optional.of(letter), thereAndBack(letter), "seed " + SEED + ", number " + i);
        }
    }

    @Test
    void everyKindOfLetterIsTheSameThereAndBack() {
        List<Letter> letters = List.of(
                new Letter.Told(ENVELOPE, "voipgrid", "c-1", true, "{\"name\":\"Jürgen \\\"J\\\" 電話\"}"),
                new Letter.Calls(ENVELOPE, List.of(anyReport(), anyReport())), new Letter.Calls(ENVELOPE, List.of()),
                new Letter.LineUp(ENVELOPE));
        assertEquals(letters.stream().map(Optional::of).toList(), letters.stream().map(WireTest::thereAndBack)
                .toList());
    }

    @Test
    void fieldsOfLaterVersionsAreNotRead() {
        String text = text(new Letter.LineUp(ENVELOPE)).replace("{\"v\":1,", "{\"v\":1,\"new\":{\"a\":[1]},");
        assertEquals(Optional.of(new Letter.LineUp(ENVELOPE)), Wire.letter(text));
    }

    @Test
    void aLetterThatOnlyALaterVersionUnderstandsIsNone() {
        assertEquals(Optional.empty(), Wire.letter("{\"v\":2,\"kind\":\"report\"}"));
        assertEquals(Optional.empty(), Wire.letter(text(new Letter.LineUp(ENVELOPE)).replace("line-up", "song")));
    }

    @Test
    void whatIsNoLetterIsRefusedWithoutItsWords() {
        for (String text : List.of("", "[]", "hello +31612345678", "{\"v\":1,\"kind\":\"report\"}",
                "{\"v\":1,\"at\":\"2026-01-05T09:00:00Z\",\"kind\":\"report\",\"report\":{\"call\":\"x\"}}")) {
            String words = assertThrows(IllegalArgumentException.class, () -> Wire.letter(text)).getMessage();
            assertEquals(false, words.contains("+31"), words);
        }
    }

    @Test
    void aReasonOfALaterVersionStillEndsTheCall() {
        CallReport ended = CallReport.of(CallKey.shared("x"), CallState.ENDED, AT).because(EndReason.BUSY);
        String text = text(new Letter.Reported(ENVELOPE, ended)).replace("\"busy\"", "\"eaten\"");
        assertEquals(Optional.of(new Letter.Reported(ENVELOPE, ended.because(EndReason.UNKNOWN))), Wire.letter(text));
    }

    @Test
    void standingIsTheSameThereAndBack() {
        RelayStatus status = new RelayStatus("relay-a", RelayStatus.State.LOST, "no connection to 10.0.0.1", AT);
        assertEquals(status, Wire.status(new String(Wire.bytes(status), StandardCharsets.UTF_8)));
    }

    @Test
    void anExtensionCannotWidenItsTopic() {
        Topics topics = new Topics("deskbell");
        assertEquals(List.of("deskbell/201", "deskbell/%2B", "deskbell/%23", "deskbell/a%2Fb", "deskbell/%C3%BC1"),
                IntStream.range(0, 5).mapToObj(i -> List.of("201", "+", "#", "a/b", "ü1").get(i))
                        .map(text -> topics.of(new Extension(text))).toList());
    }

    private CallReport anyReport() {
        CallKey.Scope scope = any(CallKey.Scope.values());
        return new CallReport(new CallKey(anyText() + "x", scope), any(CallState.values()),
                AT.plusNanos(random.nextLong(1L << 50)), IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> anyText()).toList(), maybe(() -> any(Direction.values())), anyParty(),
                maybe(this::anyNumber), maybe(() -> any(EndReason.values())),
                maybe(() -> new Transfer(anyExtension(), random.nextBoolean())), maybe(this::anyExtension),
                maybe(this::anyText), random.nextBoolean());
    }

    private Party anyParty() {
        return switch (random.nextInt(4)) {
            case 0 -> new Party.Outside(anyNumber(), anyText());
            case 1 -> new Party.Colleague(anyExtension(), anyText());
            case 2 -> new Party.Withheld();
            default -> new Party.Unknown(anyText());
        };
    }

    private PhoneNumber anyNumber() {
        return new PhoneNumber("+" + (100 + random.nextLong(1L << 40)));
    }

    private Extension anyExtension() {
        return new Extension(String.valueOf(random.nextInt(10_000)));
    }

    private String anyText() {
        return random.ints(random.nextInt(12), 0x20, 0x3000).filter(Character::isDefined)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private <T> T any(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private static Optional<Letter> thereAndBack(Letter letter) {
        return Wire.letter(text(letter));
    }

    private static String text(Letter letter) {
        return new String(Wire.bytes(letter), StandardCharsets.UTF_8);
    }
}
