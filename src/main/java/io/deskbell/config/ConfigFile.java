package io.deskbell.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ini4j.Ini;
import org.ini4j.Profile;

/**
 * One ini file as written: UTF-8, UTF-16 with a mark, or else the Windows code page; at most {@value #MOST_BYTES}
 * bytes. Section and key names in any case. A comment starts a line, or follows a value after a space; a value in
 * double quotes keeps what looks like one.
 */
final class ConfigFile {
    static final int MOST_BYTES = 1 << 20;
    private static final Pattern REMARK = Pattern.compile("\\s[;#].*$");

    private final String name;
    private final List<Entry> entries = new ArrayList<>();

    /** One key with its value, comment and quotes gone. */
    record Entry(String section, String key, String value) {
        String fullName() {
            return section + "." + key;
        }
    }

    private ConfigFile(String name) {
        this.name = name;
    }

    /** @throws ConfigException when the file cannot be read or is no ini file */
    static ConfigFile read(Path path) throws ConfigException {
        try {
            if (Files.isDirectory(path)) throw wrong(path.toString(), "a folder, not a file");
            if (Files.size(path) > MOST_BYTES) throw wrong(path.toString(), "too large to be a configuration");
            String text = decode(Files.readAllBytes(path));
            if (text.indexOf('\0') >= 0) throw wrong(path.toString(), "not a text file; save it as UTF-8");
            return parse(path.toString(), text);
        } catch (NoSuchFileException missing) {
            throw wrong(path.toString(), "no such file");
        } catch (AccessDeniedException denied) {
            throw wrong(path.toString(), "this user may not read it");
        } catch (IOException unreadable) {
            throw wrong(path.toString(), "cannot be read: " + unreadable.getMessage());
        }
    }

    static ConfigFile parse(String name, String text) throws ConfigException {
        ConfigFile file = new ConfigFile(name);
        Ini ini = new Ini();
        ini.getConfig().setEscape(false);
        ini.getConfig().setLowerCaseSection(true);
        ini.getConfig().setLowerCaseOption(true);
        ini.getConfig().setMultiOption(true);
        ini.getConfig().setMultiSection(false);
        ini.getConfig().setGlobalSection(true);
        ini.getConfig().setGlobalSectionName("");
        ini.getConfig().setEmptyOption(false);
        try {
            ini.load(new StringReader(text));
        } catch (IOException notIni) {
            throw wrong(name, shorten(notIni.getMessage()));
        }
        for (Profile.Section section : ini.values()) {
            for (String key : section.keySet()) file.add(section, key);
        }
        return file;
    }

    String name() {
        return name;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    private void add(Profile.Section section, String key) throws ConfigException {
        List<String> values = section.getAll(key);
        if (values.size() > 1) {
            throw new ConfigException(List.of(new Problem(name, section.getName(), key, "",
                    "written " + values.size() + " times; keep one")));
        }
        // Never fetch(): it follows ${...} without bound (CVE-2022-41404).
        String written = section.get(key);
        entries.add(new Entry(section.getName(), key, written == null ? "" : plain(written)));
    }

    private static String plain(String written) {
        String text = written.strip();
        if (text.startsWith("\"")) {
            int end = text.indexOf('"', 1);
            if (end > 0) return text.substring(1, end);
        }
        return REMARK.matcher(" " + text).replaceFirst("").strip();
    }

    private static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) return text(bytes, 2, StandardCharsets.UTF_16LE);
        if (startsWith(bytes, 0xFE, 0xFF)) return text(bytes, 2, StandardCharsets.UTF_16BE);
        int from = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return text(bytes, 0, Charset.forName("windows-1252"));
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) return false;
        }
        return true;
    }

    private static String text(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    /** ini4j repeats the whole line in its message: a secret may stand there. */
    private static String shorten(String message) {
        String line = message.contains("line:") ? message.replaceAll("(?s).*\\(at line: ([0-9]+)\\).*|.*", "$1") : "";
        return line.isEmpty() ? "a line is neither [section] nor key = value"
                : "line " + line + " is neither [section] nor key = value";
    }

    private static ConfigException wrong(String file, String what) {
        return new ConfigException(List.of(Problem.ofFile(file, what)));
    }
}
