package io.deskbell.desktop;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How two of us talk. Request: password, number of words, words. Reply: exit code, words. Texts as
 * {@link DataOutputStream#writeUTF} has them, numbers of one byte. The launcher of Windows speaks so as well
 * (installer/windows/event.c), and reads {@link SingleInstance}'s two files.
 */
final class Wording {
    static final int MOST_WORDS = 16;
    static final int MOST_BYTES = 16_384;

    private Wording() {
    }

    /** @throws IOException when it is more than the other one takes */
    static void write(DataOutputStream out, List<String> words) throws IOException {
        if (words.size() > MOST_WORDS) throw new IOException("too many words for the running Deskbell");
        out.writeByte(words.size());
        for (String word : words) out.writeUTF(word);
        if (out.size() > MOST_BYTES) throw new IOException("too much for the running Deskbell");
    }

    static List<String> read(DataInputStream in) throws IOException {
        int count = in.readUnsignedByte();
        if (count > MOST_WORDS) throw new IOException("too many words");
        List<String> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) words.add(in.readUTF());
        return words;
    }
}
