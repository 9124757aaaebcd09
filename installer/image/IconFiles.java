import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Formats of icon files, written by hand: Java's own would load the whole of AWT. Pixels are 0xAARRGGBB. */
final class IconFiles {
    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final List<Integer> WINDOWS = List.of(16, 24, 32, 48, 64, 256);
    /** Type and pixels of each picture in an ICNS. */
    private static final Map<String, Integer> MAC =
            Map.of("ic11", 32, "ic12", 64, "ic07", 128, "ic08", 256, "ic09", 512);

    private IconFiles() {
    }

    /** Portable Network Graphics, third edition: 8 bits a sample, colour with alpha, no filter. */
    static byte[] png(int size, int[] pixels) {
        ByteBuffer rows = ByteBuffer.allocate(size * (1 + 4 * size));
        for (int i = 0; i < pixels.length; i++) {
            if (i % size == 0) rows.put((byte) 0);
            rows.putInt(pixels[i] << 8 | pixels[i] >>> 24);
        }
        byte[] header = ByteBuffer.allocate(13).putInt(size).putInt(size).put((byte) 8).put((byte) 6).array();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ByteBuffer.allocate(8).putLong(PNG_SIGNATURE).array());
        file.writeBytes(chunk("IHDR", header));
        file.writeBytes(chunk("IDAT", deflated(rows.array())));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    /** A directory, then the pictures; small ones as bitmaps, which every reader of icons knows. */
    static byte[] ico(IntFunction<int[]> pixels) {
        List<byte[]> pictures = new ArrayList<>();
        for (int size : WINDOWS) {
            pictures.add(size == 256 ? png(size, pixels.apply(size)) : bitmap(size, pixels.apply(size)));
        }
        int offset = 6 + 16 * WINDOWS.size();
        int total = offset + pictures.stream().mapToInt(picture -> picture.length).sum();
        ByteBuffer file = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.size());
        for (int i = 0; i < pictures.size(); i++) {
            byte side = WINDOWS.get(i).byteValue(); // 256 is written as 0.
            file.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(pictures.get(i).length).putInt(offset);
            offset += pictures.get(i).length;
        }
        pictures.forEach(file::put);
        return file.array();
    }

    static byte[] icns(IntFunction<int[]> pixels) {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        MAC.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> {
            byte[] picture = png(entry.getValue(), pixels.apply(entry.getValue()));
            pictures.writeBytes(headed(entry.getKey(), picture));
        });
        return headed("icns", pictures.toByteArray());
    }

    private static byte[] headed(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length).put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + content.length).put(content).array();
    }

    /** BITMAPINFOHEADER, rows from the bottom, then the old mask, empty: alpha says it all. */
    private static byte[] bitmap(int size, int[] pixels) {
        int mask = size * ((size + 31) / 32 * 4);
        ByteBuffer bitmap = ByteBuffer.allocate(40 + 4 * size * size + mask).order(ByteOrder.LITTLE_ENDIAN);
        bitmap.putInt(40).putInt(size).putInt(2 * size).putShort((short) 1).putShort((short) 32);
        bitmap.position(40);
        for (int row = size - 1; row >= 0; row--) {
            for (int column = 0; column < size; column++) {
                bitmap.putInt(pixels[row * size + column]);
            }
        }
        return bitmap.array();
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length).putInt(content.length).put(name).put(content)
                .putInt((int) sum.getValue()).array();
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(content);
        deflater.finish();
        byte[] room = new byte[content.length + 1000];
        int length = deflater.deflate(room);
        deflater.end();
        return Arrays.copyOf(room, length);
    }
}
