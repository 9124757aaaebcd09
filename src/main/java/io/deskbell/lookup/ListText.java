package io.deskbell.lookup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a list in the encoding it was saved in: by its mark (BOM), else UTF-8, else that of Windows in the West. */
final class ListText {
    /** Excel's "CSV" in Western Europe. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int MARK = 0xFEFF;

    private ListText() {
    }

    static Reader open(Path file) throws IOException {
        Charset charset = charset(file);
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        Reader text = new InputStreamReader(bytes, charset);
        return withoutMark(text);
    }

    static Charset charset(Path file) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(2);
        }
        if (start.length == 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) return StandardCharsets.UTF_16LE;
        if (start.length == 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) return StandardCharsets.UTF_16BE;
        return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.allocate(16 * 1_024);
        CharBuffer out = CharBuffer.allocate(16 * 1_024);
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = fill(bytes, in); read >= 0; read = fill(bytes, in)) {
                in.flip();
                CoderResult result = strict.decode(in, out.clear(), false);
                if (result.isError()) return false;
                in.compact();
            }
        }
        in.flip();
        return !strict.decode(in, out.clear(), true).isError();
    }

    private static int fill(InputStream bytes, ByteBuffer into) throws IOException {
        int read = bytes.read(into.array(), into.position(), into.remaining());
        if (read > 0) into.position(into.position() + read);
        return read;
    }

    private static Reader withoutMark(Reader text) throws IOException {
        java.io.PushbackReader back = new java.io.PushbackReader(text);
        int first = back.read();
        if (first >= 0 && first != MARK) back.unread(first);
        return back;
    }
}
