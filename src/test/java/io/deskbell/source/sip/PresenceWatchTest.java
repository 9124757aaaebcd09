package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The makers' ways of saying it are in the recordings; here is what recordings cannot show. */
class PresenceWatchTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final String HEAD = "<?xml version=\"1.0\"?><presence xmlns=\"urn:ietf:params:xml:ns:pidf\">";
    private static final String IDLE = HEAD
            + "<tuple id=\"a\"><status><basic>open</basic></status></tuple></presence>";
    private static final String TALKING =
            IDLE.replace("</presence>", "<note>On the phone</note></presence>");
    private static final String WHOLE =
            "<p:pidf-full xmlns=\"urn:ietf:params:xml:ns:pidf\" xmlns:p=\"x\" version=\"1\">"
            + "<tuple id=\"a\"><status><basic>open</basic></status></tuple></p:pidf-full>";

    private final PresenceWatch watch = new PresenceWatch(
            new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201")));
    private final RecordingListener listener = new RecordingListener();

    @Test
    void theFirstDocumentIsASnapshotAndTheNextOnesAreReports() throws Exception {
        pidf(TALKING);
        pidf(TALKING);
        pidf(IDLE);
        pidf(IDLE);
        pidf(TALKING);
        assertEquals(List.of("snapshot [presence1 CONNECTED]", "report presence1 CONNECTED", "report presence1 ENDED",
                "report presence2 CONNECTED"), listener.heard);
    }

    @Test
    void aCallGoesOnWhenTheSubscriptionIsANewOne() throws Exception {
        pidf(TALKING);
        watch.subscribed();
        pidf(TALKING);
        watch.subscribed();
        pidf(IDLE);
        assertEquals(List.of("snapshot [presence1 CONNECTED]", "snapshot [presence1 CONNECTED]", "snapshot []"),
                listener.heard);
    }

    @Test
    void aBodyThatCannotBeReadChangesNothing() throws Exception {
        pidf(TALKING);
        for (String bad : List.of("<presence>", "no xml", "<dialog-info/>", "<!DOCTYPE presence [<!ENTITY a \"b\">]>"
                + IDLE, "<presence>" + "<a>".repeat(5_000))) {
            assertFalse(notified("application/pidf+xml", bad));
        }
        assertFalse(notified("text/plain", IDLE));
        assertEquals(1, listener.heard.size());
    }

    @Test
    void aDifferenceAddsReplacesAndRemoves() throws Exception {
        notified("application/pidf-diff+xml", WHOLE);
        diff(2, "<p:add sel=\"*\"><dm:note xmlns:dm=\"d\">Ringing</dm:note></p:add>");
        diff(3, "<p:replace sel=\"*/note/text()\">On hold</p:replace>");
        diff(4, "<p:replace sel=\"presence/note\"><note>Talk</note></p:replace>");
        diff(5, "<p:remove sel=\"*/note[1]\"/>");
        diff(6, "<p:add sel=\"presence/tuple[@id='a']/status\"><r:activities xmlns:r=\"r\"><r:on-the-phone/>"
                + "</r:activities></p:add>");
        diff(7, "<p:remove sel=\"*/tuple[@id=&quot;a&quot;]/status/activities\"/>");
        assertEquals(List.of("snapshot []", "report presence1 RINGING", "report presence1 HELD",
                "report presence1 CONNECTED", "report presence1 ENDED", "report presence2 CONNECTED",
                "report presence2 ENDED"), listener.heard);
    }

    @Test
    void aDifferenceThatDoesNotFitAsksForTheWhole() throws Exception {
        assertTrue(notified("application/pidf-diff+xml", difference(2, "")));
        notified("application/pidf-diff+xml", WHOLE);
        assertTrue(notified("application/pidf-diff+xml", difference(3, "<p:remove sel=\"*/tuple\"/>")));
        assertTrue(notified("application/pidf-diff+xml", difference(2, "<p:remove sel=\"*/no-such\"/>")));
        assertTrue(notified("application/pidf-diff+xml", difference(3, "")));
        assertFalse(notified("application/pidf-diff+xml", WHOLE));
    }

    @Test
    void anOldDifferenceIsNotAppliedAgain() throws Exception {
        notified("application/pidf-diff+xml", WHOLE);
        diff(2, "<p:add sel=\"*\"><note>Ringing</note></p:add>");
        diff(2, "<p:add sel=\"*\"><note>On hold</note></p:add>");
        assertEquals("report presence1 RINGING", listener.heard.getLast());
    }

    @Test
    void noBodyHoweverSpoiltBreaksIt() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> bodies = List.of(IDLE, TALKING, WHOLE,
                difference(2, "<p:add sel=\"presence/tuple[@id='a'][1]\" pos=\"after\"><note>Talk</note></p:add>"));
        for (int round = 0; round < 5_000; round++) {
            StringBuilder body = new StringBuilder(bodies.get(random.nextInt(bodies.size())));
            for (int change = random.nextInt(4); change > 0; change--) {
                int at = random.nextInt(body.length());
                if (random.nextBoolean()) body.setCharAt(at, (char) (32 + random.nextInt(96)));
                else body.delete(at, Math.min(body.length(), at + 1 + random.nextInt(9)));
            }
            try {
                notified("application/pidf-diff+xml", body.toString());
            } catch (RuntimeException broken) {
                throw new AssertionError("seed " + seed + ": " + body, broken);
            }
        }
    }

    private void diff(int version, String changes) throws Exception {
        assertFalse(notified("application/pidf-diff+xml", difference(version, changes)), changes);
    }

    private static String difference(int version, String changes) {
        return "<p:pidf-diff xmlns:p=\"x\" version=\"" + version + "\">" + changes + "</p:pidf-diff>";
    }

    private void pidf(String body) throws Exception {
        assertFalse(notified("application/pidf+xml", body));
    }

    private boolean notified(String type, String body) throws Exception {
        return watch.notified(type, body.getBytes(StandardCharsets.UTF_8), NOW, listener);
    }
}
