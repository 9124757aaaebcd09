package io.deskbell.source.sip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a stream into messages by Content-Length, however the octets arrive (RFC 3261 §18.3). A message that cannot be
 * read is left out; where its end cannot be told the stream is of no more use. Not thread safe.
 */
final class StreamFraming {
    private static final Logger LOG = LoggerFactory.getLogger(StreamFraming.class);

    private byte[] buffer = new byte[4096];
    private int filled;
    private int looked;

    List<SipMessage> feed(byte[] bytes, int length) throws SipParseException {
        append(bytes, length);
        List<SipMessage> messages = new ArrayList<>();
        int taken;
        do {
            drop(SipParser.firstLine(buffer, filled));
            taken = takeOne(messages);
            drop(taken);
        } while (taken > 0);
        return messages;
    }

    /** Returns how many octets the first message took, 0 while it is incomplete. */
    private int takeOne(List<SipMessage> messages) throws SipParseException {
        int end = SipParser.endOfHead(buffer, looked, filled);
        if (end < 0) {
            if (filled > SipParser.LARGEST_DATAGRAM) throw new SipParseException("its header is too large");
            looked = Math.max(0, filled - 4); // Of the four octets that end it three may be here.
            return 0;
        }
        SipParser.Head head = SipParser.head(buffer, 0, end);
        int length = SipParser.contentLength(head.headers(), 0);
        if (length > SipParser.LARGEST_ON_STREAM - end) throw new SipParseException("it is too large");
        if (filled < end + length) return 0;
        try {
            messages.add(SipParser.message(head, Arrays.copyOfRange(buffer, end, end + length)));
        } catch (SipParseException unreadable) {
            LOG.debug("A message was left out: {}", unreadable.getMessage());
        }
        return end + length;
    }

    private void append(byte[] bytes, int length) {
        if (filled + length > buffer.length) buffer = Arrays.copyOf(buffer, Math.max(filled + length, filled * 2));
        System.arraycopy(bytes, 0, buffer, filled, length);
        filled += length;
    }

    private void drop(int count) {
        if (count == 0) return;
        System.arraycopy(buffer, count, buffer, 0, filled - count);
        filled -= count;
        looked = 0;
    }
}
