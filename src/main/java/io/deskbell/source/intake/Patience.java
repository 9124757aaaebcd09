package io.deskbell.source.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Ends the reading of one request when its time is up, however slowly its bytes drip in. */
final class Patience extends InputStream {
    private static final long NANOS_OF_A_MILLI = 1_000_000;

    private final Socket visitor;
    private final Duration longest;
    private final LongSupplier nanos;
    private long deadline;

    Patience(Socket visitor, Duration longest, LongSupplier nanos) {
        this.visitor = visitor;
        this.longest = longest;
        this.nanos = nanos;
    }

    void begin() {
        deadline = nanos.getAsLong() + longest.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        long millis = (deadline - nanos.getAsLong()) / NANOS_OF_A_MILLI;
        if (millis <= 0) throw new HttpRequest.RefusedException(Refusal.SLOW);
        visitor.setSoTimeout((int) millis);
        return visitor.getInputStream().read(into, from, most);
    }
}
