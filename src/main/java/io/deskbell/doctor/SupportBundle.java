package io.deskbell.doctor;

import io.deskbell.config.ConfigException;
import io.deskbell.config.MaskedConfig;
import io.deskbell.config.Policy;
import io.deskbell.files.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What support needs to see, collected in memory: nothing is written before somebody has seen the list. Every text has
 * passed the pen, so that no caller's number and no secret is in it.
 */
public final class SupportBundle {
    private static final int MOST_BYTES = 16 << 20;

    private final BlackPen pen;
    private final List<Item> items = new ArrayList<>();

    /**
     * One file of the bundle.
     *
     * @param numbers so many were struck out; secrets likewise
     */
    public record Item(String name, String text, int numbers, int secrets) {
        public int bytes() {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    public SupportBundle(BlackPen pen) {
        this.pen = pen;
    }

    public List<Item> items() {
        return List.copyOf(items);
    }

    public SupportBundle with(String name, String text) {
        add(name, text, 0);
        return this;
    }

    /** Those that exist; one that cannot be read is in it with the reason. */
    public SupportBundle withConfig(List<Path> files) {
        int place = 0;
        for (Path file : files) {
            place++;
            if (!Files.exists(file)) continue;
            String name = "config/" + place + "-" + file.getFileName();
            try {
                MaskedConfig masked = MaskedConfig.of(file);
                add(name, masked.text(), masked.secrets());
            } catch (ConfigException unreadable) {
                add(name, unreadable.getMessage() + "\n", 0);
            }
        }
        return this;
    }

    /** As a file; none where there is no policy. */
    public SupportBundle withPolicy(Policy policy) {
        if (policy.isEmpty()) return this;
        MaskedConfig masked = MaskedConfig.of(policy);
        add("config/policy.ini", masked.text(), masked.secrets());
        return this;
    }

    /** Files of that folder whose names fit, such as {@code deskbell.*\.log}; none where there is no such folder. */
    public SupportBundle withFolder(String as, Path folder, String names) throws IOException {
        if (!Files.isDirectory(folder)) return this;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.getFileName().toString().matches(names)).sorted().toList()) {
                if (Files.isRegularFile(file)) add(as + "/" + file.getFileName(), end(file), 0);
            }
        }
        return this;
    }

    /** Those that are there, whatever their names; of the same name the later ones are numbered. */
    public SupportBundle withRecordings(List<Path> files) throws IOException {
        Set<String> names = new HashSet<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) continue;
            String name = "recordings/" + file.getFileName();
            for (int more = 2; !names.add(name); more++) name = "recordings/" + more + "-" + file.getFileName();
            add(name, end(file), 0);
        }
        return this;
    }

    /** A line a file: name, size, what was struck out. */
    public String listing() {
        return items.stream().map(item -> "  %-34s %8d bytes%s".formatted(item.name(), item.bytes(), struck(item)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** @throws IOException also when there is such a file already: nothing is overwritten */
    public void write(Path file) throws IOException {
        try (OutputStream out = fresh(file); ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Item item : items) {
                zip.putNextEntry(new ZipEntry("deskbell-support/" + item.name()));
                zip.write(item.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private void add(String name, String text, int already) {
        BlackPen.Blackened struck = pen.over(text);
        items.add(new Item(name, struck.text(), struck.numbers(), struck.secrets() + already));
    }

    private static String struck(Item item) {
        List<String> words = new ArrayList<>();
        if (item.numbers() > 0) words.add(item.numbers() + (item.numbers() == 1 ? " number" : " numbers"));
        if (item.secrets() > 0) words.add(item.secrets() + (item.secrets() == 1 ? " secret" : " secrets"));
        return words.isEmpty() ? "" : ", masked: " + String.join(", ", words);
    }

    /** Of a very long file the end: that is where the trouble is. */
    private static String end(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int from = Math.max(0, all.length - MOST_BYTES);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    private static OutputStream fresh(Path file) throws IOException {
        if (Files.exists(file)) throw new IOException(file + " is there already: name another file");
        PrivateFiles.create(file);
        return Files.newOutputStream(file, StandardOpenOption.WRITE);
    }
}
