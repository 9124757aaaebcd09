package io.deskbell;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adds our hooks to {@code microsip.ini} and leaves all else as it is: encoding, line ends, commands of the user's. */
final class MicroSipIni {
    private static final String SECTION = "[settings]";
    /** MicroSIP reads a value into so many characters and cuts off the rest. */
    private static final int MOST = 255;

    private MicroSipIni() {
    }

    /** @param kept keys at which somebody else's command stands */
    record Written(int changed, List<String> kept, Path backup) {
    }

    static Written add(Path file, Map<String, String> hooks) throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException(file + ": no such file; start MicroSIP once first");
        if (hooks.values().stream().anyMatch(hook -> hook.length() > MOST)) {
            throw new IOException("the paths of Deskbell and of its --data are too long for MicroSIP, which reads "
                    + MOST + " characters");
        }
        byte[] bytes = Files.readAllBytes(file);
        Charset charset = charset(bytes);
        String text = new String(bytes, charset);
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\r?\n", -1)));
        List<String> kept = new ArrayList<>();
        int changed = 0;
        for (Map.Entry<String, String> hook : hooks.entrySet()) {
            if (set(lines, hook.getKey(), hook.getValue())) changed++;
            else kept.add(hook.getKey());
        }
        Path backup = file.resolveSibling(file.getFileName() + ".before-deskbell");
        if (Files.notExists(backup)) Files.copy(file, backup);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, String.join(end, lines).getBytes(charset));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        return new Written(changed, kept, backup);
    }

    /** False where a command stands that is not ours. */
    private static boolean set(List<String> lines, String key, String value) {
        int section = -1;
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("^(\ufeff|\u00ef\u00bb\u00bf)", "").strip();
            if (line.startsWith("[")) inside = line.toLowerCase(Locale.ROOT).equals(SECTION);
            if (inside && section < 0) section = i;
            if (!inside || !line.toLowerCase(Locale.ROOT).startsWith(key.toLowerCase(Locale.ROOT) + "=")) continue;
            String before = line.substring(key.length() + 1).strip();
            if (!before.isEmpty() && !before.contains("event --source microsip")) return false;
            lines.set(i, key + "=" + value);
            return true;
        }
        if (section < 0) {
            lines.addAll(List.of("[Settings]", key + "=" + value));
        } else {
            lines.add(section + 1, key + "=" + value);
        }
        return true;
    }

    /** UTF-16 with or without its mark; otherwise byte for byte, which leaves UTF-8 and code pages alone. */
    private static Charset charset(byte[] bytes) {
        boolean big = bytes.length > 1 && bytes[0] == 0 || bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE;
        boolean little = bytes.length > 1 && (bytes[1] == 0 || (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE);
        if (little) return StandardCharsets.UTF_16LE;
        return big ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
    }
}
