package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both directions against a stack of other people: it reads what we write, and we read what it writes. */
@Timeout(60)
final class OtherStackTest {
    private final Recorded recorded = new Recorded();

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void aWholeSubscriptionIsUnderstoodOnBothSides(String transport) throws Exception {
        try (JainPbx pbx = new JainPbx(transport)) {
            try (Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
                assertEquals(List.of("subscribed", "watching", "from jain"), recorded.next(3));
                assertEquals(List.of("SUBSCRIBE 600", "SUBSCRIBE 600", "200 to NOTIFY"), heard(pbx, 3));
                watch.assertStillWatching();
                assertInstanceOf(InterruptedException.class, watch.stop());
                List<String> farewell = heard(pbx, 2);
                assertEquals(List.of("SUBSCRIBE 0", "200 to NOTIFY"), farewell);
                assertTrue(recorded.rest().isEmpty());
            }
        }
    }

    private static List<String> heard(JainPbx pbx, int count) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        while (heard.size() < count) heard.add(String.valueOf(pbx.heard().poll(10, TimeUnit.SECONDS)));
        return heard;
    }
}
