package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stream cut anywhere gives the same messages. */
final class StreamFramingTest {
    private static final String HEAD = "Via: SIP/2.0/TCP h;branch=z9hG4bKa\r\nf: <sip:a@b>;tag=1\r\nt: <sip:c@d>\r\n"
            + "i: x\r\n";
    private static final String FIRST = "NOTIFY sip:c@d SIP/2.0\r\n" + HEAD + "CSeq: 1 NOTIFY\r\nl: 6\r\n\r\none\r\n\r";
    private static final String SECOND = "SIP/2.0 200 OK\r\n" + HEAD + "CSeq: 2 SUBSCRIBE\r\n\r\n";
    private static final String THIRD = "NOTIFY sip:c@d SIP/2.0\n" + HEAD.replace("\r", "")
            + "CSeq: 3 NOTIFY\nContent-Length: 5\n\nthree";
    private static final byte[] STREAM = ("\r\n\r\n" + FIRST + SECOND + "\r\n\r\n\r\n" + THIRD)
            .getBytes(StandardCharsets.US_ASCII);
    private static final List<String> MESSAGES = List.of("1 NOTIFY one\r\n\r", "2 SUBSCRIBE ", "3 NOTIFY three");

    @Test
    void oneReadMayHoldAll() throws Exception {
        assertEquals(MESSAGES, read(STREAM.length));
    }

    @Test
    void twoReadsMayPartAnywhere() throws Exception {
        for (int cut = 0; cut <= STREAM.length; cut++) {
            StreamFraming framing = new StreamFraming();
            List<String> found = new ArrayList<>(feed(framing, STREAM, 0, cut));
            found.addAll(feed(framing, STREAM, cut, STREAM.length));
            assertEquals(MESSAGES, found, "cut at " + cut);
        }
    }

    @Test
    void manyReadsMayBeOfAnySize() throws Exception {
        for (int size = 1; size < 60; size++) assertEquals(MESSAGES, read(size), "reads of " + size);
    }

    @Test
    void aMessageThatCannotBeReadIsLeftOut() throws Exception {
        String nonsense = "NOTIFY sip:c@d SIP/2.0\r\nl: 3\r\n\r\nabc";
        byte[] bytes = (nonsense + SECOND + nonsense).getBytes(StandardCharsets.US_ASCII);
        assertEquals(List.of("2 SUBSCRIBE "), feed(new StreamFraming(), bytes, 0, bytes.length));
    }

    @Test
    void whereTheEndCannotBeToldTheStreamIsOfNoUse() {
        assertUseless("NOTIFY sip:c@d SIP/2.0\r\nContent-Length: -5\r\n\r\n");
        assertUseless("NOTIFY sip:c@d SIP/2.0\r\nContent-Length: 5\r\nl: 7\r\n\r\n");
        assertUseless("NOTIFY sip:c@d SIP/2.0\r\nContent-Length: 262145\r\n\r\n");
        assertUseless("NOTIFY sip:c@d SIP/2.0\r\nContent-Length: 4294967296\r\n\r\n");
        assertUseless("NOTIFY sip:c@d SIP/2.0\r\n" + "X: y\r\n".repeat(201) + "\r\n");
        assertUseless("x".repeat(66_000));
    }

    @Test
    void aBodyOfAQuarterOfAMegabyteIsTheLargest() throws Exception {
        String head = "NOTIFY sip:c@d SIP/2.0\r\n" + HEAD + "CSeq: 3 NOTIFY\r\nContent-Length: 260000\r\n\r\n";
        byte[] bytes = (head + "x".repeat(260_000)).getBytes(StandardCharsets.US_ASCII);
        StreamFraming framing = new StreamFraming();
        int found = 0;
        for (int from = 0; from < bytes.length; from += 10_000) {
            found += feed(framing, bytes, from, Math.min(bytes.length, from + 10_000)).size();
        }
        assertEquals(1, found);
    }

    private static void assertUseless(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThrows(SipParseException.class, () -> new StreamFraming().feed(bytes, bytes.length), text);
    }

    private static List<String> read(int size) throws SipParseException {
        StreamFraming framing = new StreamFraming();
        List<String> found = new ArrayList<>();
        for (int from = 0; from < STREAM.length; from += size) {
            found.addAll(feed(framing, STREAM, from, Math.min(STREAM.length, from + size)));
        }
        return found;
    }

    private static List<String> feed(StreamFraming framing, byte[] bytes, int from, int to) throws SipParseException {
        byte[] part = Arrays.copyOfRange(bytes, from, to);
        return framing.feed(part, part.length).stream()
                .map(message -> message.cseq() + " " + new String(message.body(), StandardCharsets.US_ASCII)).toList();
    }
}
