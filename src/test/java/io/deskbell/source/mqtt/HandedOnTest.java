package io.deskbell.source.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.source.EveryWord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reads a telephone system's words may say anything a source may say. */
class HandedOnTest {
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");

    private final EveryWord words = new EveryWord();

    @Test
    void everyWordIsHandedOnWhileARelayIsThere() {
        words.tell(new WhileRelayed(words.last(), () -> true));
        words.allCame();
    }

    @Test
    void everyWordReadOutOfALetterIsHandedOn() throws Exception {
        MqttTranslator translator = new MqttTranslator(() -> (by, body, at, listener) -> words.tell(listener));
        translator.came(MqttTranslator.LETTER, letter("1", false), AT, words.last());
        words.allCame();
    }

    /** It was as if it were safe: the desk's listener behind the translator was not asked. */
    @Test
    void thatALetterAfterTheEndIsSafeOnlyTheListenerCanSay() throws Exception {
        List<String> safe = new ArrayList<>();
        MqttTranslator translator = new MqttTranslator(() -> (by, body, at, listener) -> {
            listener.report(CallReport.of(CallKey.shared("c"), CallState.CONNECTED, at));
            listener.whenSafe(() -> safe.add(body));
        });
        translator.came(MqttTranslator.LETTER, letter("1", true), AT, words.last());
        translator.came(MqttTranslator.LETTER, letter("2", false), AT, words.last());
        assertEquals(List.of(), safe);
    }

    private static String letter(String id, boolean over) {
        return new String(Wire.bytes(new Letter.Told(new Letter.Envelope(id, "relay-a", AT), "voipgrid", "c", over,
                "words")), StandardCharsets.UTF_8);
    }
}
