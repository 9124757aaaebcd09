package io.deskbell.source.baresip;

import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhonePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Text between its length and a comma, {@code 5:hello,}, as baresip's modules/ctrl_tcp/netstring writes it. */
final class Netstrings {
    private static final int LONGEST = 1 << 20;

    private Netstrings() {
    }

    static String of(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length + ":" + text + ",";
    }

    /** Blocks for the next one. */
    static String next(PhonePort port) throws IOException {
        int length = 0;
        for (int next = port.read(); next != ':'; next = port.read()) {
            if (next < 0) throw new LineLostException(Reason.of(BaresipReason.ENDED));
            if (next < '0' || next > '9' || length > LONGEST) throw noNetstring();
            length = length * 10 + next - '0';
        }
        byte[] text = port.read(length);
        if (text.length < length || port.read() != ',') throw noNetstring();
        return new String(text, StandardCharsets.UTF_8);
    }

    private static LineLostException noNetstring() {
        return new LineLostException(Reason.of(BaresipReason.NO_CTRL_TCP));
    }
}
