package io.deskbell.source.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.CallReport;
import io.deskbell.source.PhoneListener;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MqttTranslatorTest {
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");

    private final List<String> heard = new ArrayList<>();
    private final MqttTranslator translator = new MqttTranslator(() -> (by, body, at, listener) -> { });

    /** Who reads the words does not know the call, and the desk does: another call told first must not lose its end. */
    @Test
    void theEndOfACallFromBeforeTheRestartCountsThoughALaterWordOvertookIt() throws Exception {
        tell("other", false, AT.plusMillis(5));
        tell("before", true, AT);
        assertEquals(List.of("before ENDED"), heard);
    }

    private void tell(String call, boolean over, Instant at) throws InterruptedException {
        Letter letter = new Letter.Told(new Letter.Envelope(call, "relay-a", at), "voipgrid", call, over, "words");
        translator.came(MqttTranslator.LETTER, new String(Wire.bytes(letter), StandardCharsets.UTF_8), at,
                new PhoneListener() {
                    @Override
                    public void watching() {
                        heard.add("watching");
                    }

                    @Override
                    public void report(CallReport report) {
                        heard.add(report.key().value() + " " + report.state());
                    }

                    @Override
                    public void snapshot(List<CallReport> reports, Instant when) {
                        heard.add("all");
                    }
                });
    }
}
