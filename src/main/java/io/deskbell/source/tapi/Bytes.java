package io.deskbell.source.tapi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A structure that TAPI has filled, as bytes. What a driver says of sizes and places is believed only as far as the
 * bytes go.
 */
final class Bytes {
    private static final int FIRST = 1_024;
    private static final int MOST = 1 << 18;
    private static final int TRIES = 4;

    private final ByteBuffer buffer;
    private final int used;

    private Bytes(byte[] bytes, int used) {
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.used = used;
    }

    /** Fills the structure it is given and answers zero or a number of {@link Tapi.Failure}. */
    @FunctionalInterface
    interface Filling {
        int fill(byte[] structure);
    }

    /** A structure whose length is fixed. */
    static Bytes of(byte[] structure) {
        return new Bytes(structure, structure.length);
    }

    /** A structure of variable length: asked for again, with as much room as it needs. */
    static Bytes filled(Filling filling) throws TapiException {
        int room = FIRST;
        for (int tries = 0; tries < TRIES; tries++) {
            byte[] structure = new byte[room];
            Bytes bytes = of(structure);
            bytes.buffer.putInt(TapiLayout.TOTAL_SIZE, room);
            int code = filling.fill(structure);
            boolean small = code == Tapi.Failure.STRUCTURETOOSMALL.value();
            if (code != 0 && !small) throw new TapiException(code);
            int needed = bytes.at(TapiLayout.NEEDED_SIZE);
            int used = Math.clamp(bytes.at(TapiLayout.USED_SIZE), 0, room);
            if (needed <= room && !small) return new Bytes(structure, used);
            room = Math.clamp(Math.max(needed, 2L * room), FIRST, MOST);
        }
        throw new TapiException(Tapi.Failure.STRUCTURETOOSMALL.value());
    }

    /** Zero beyond the end: older drivers have shorter structures. */
    int at(int offset) {
        return offset >= 0 && offset + Integer.BYTES <= used ? buffer.getInt(offset) : 0;
    }

    /** The text whose size stands there and whose offset stands behind the size. */
    String text(int sizeAt) {
        int size = at(sizeAt);
        int offset = at(sizeAt + Integer.BYTES);
        if (size <= 0 || offset <= 0 || offset > used - size) return "";
        byte[] text = new byte[size];
        buffer.get(offset, text);
        String all = new String(text, StandardCharsets.UTF_16LE);
        int end = all.indexOf('\0');
        return (end < 0 ? all : all.substring(0, end)).strip();
    }

    /** A GUID as Windows writes it, in braces; empty where there is none. */
    String guid(int offset) {
        if (offset + 16 > used) return "";
        StringBuilder text = new StringBuilder("{%08X-%04X-%04X-".formatted(buffer.getInt(offset),
                buffer.getShort(offset + 4), buffer.getShort(offset + 6)));
        for (int i = 8; i < 16; i++) {
            text.append(i == 10 ? "-" : "").append("%02X".formatted(buffer.get(offset + i)));
        }
        String guid = text.append('}').toString();
        return guid.matches("[{}0-]+") ? "" : guid;
    }
}
