package io.deskbell.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Linux: a desktop entry that takes the links (Desktop Entry Specification 1.5, "MimeType"), made the default in the
 * user's own list, whose other lines stay as they are (Association between MIME types and applications 1.0.1).
 */
final class XdgLinks implements TelephoneLinks {
    static final String ENTRY = "deskbell-tel.desktop";
    private static final String DEFAULTS = "[Default Applications]";
    private static final List<String> TYPES = List.of("x-scheme-handler/tel", "x-scheme-handler/callto");

    private final Path entry;
    private final Path choices;
    private final Path program;

    XdgLinks(Path entry, Path choices, Path program) {
        this.entry = entry;
        this.choices = choices;
        this.program = program;
    }

    static XdgLinks of(Machine machine, Path program) {
        Path data = folder(machine, "XDG_DATA_HOME", ".local/share");
        Path config = folder(machine, "XDG_CONFIG_HOME", ".config");
        return new XdgLinks(data.resolve("applications").resolve(ENTRY), config.resolve("mimeapps.list"), program);
    }

    @Override
    public State state() throws IOException {
        if (!Files.exists(entry)) return State.OFF;
        return lines().stream().anyMatch(line -> line.replace(" ", "").startsWith(TYPES.getFirst() + "=" + ENTRY))
                ? State.ON : State.OFFERED;
    }

    @Override
    public void turn(boolean on) throws IOException {
        Files.createDirectories(entry.getParent());
        Files.createDirectories(choices.getParent());
        if (on) Files.writeString(entry, text());
        else Files.deleteIfExists(entry);
        Files.write(choices, on ? chosen(lines()) : without(lines()));
    }

    private String text() {
        return """
                [Desktop Entry]
                Type=Application
                Name=Deskbell
                Exec=%s %%u
                Terminal=false
                NoDisplay=true
                MimeType=%s;
                """.formatted(DesktopEntry.quoted(program.toString()), String.join(";", TYPES));
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(choices, StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** Only the lines that name us go: what else the user has chosen is the user's. */
    private static List<String> without(List<String> lines) {
        return lines.stream().filter(line -> !line.replace(" ", "").matches("x-scheme-handler/(tel|callto)=" + ENTRY
                + ";?")).toList();
    }

    private static List<String> chosen(List<String> lines) {
        List<String> changed = new ArrayList<>();
        boolean done = false;
        boolean within = false;
        for (String line : lines) {
            if (line.startsWith("[")) within = line.strip().equals(DEFAULTS);
            boolean other = within && TYPES.stream().anyMatch(type -> line.replace(" ", "").startsWith(type + "="));
            if (!other) changed.add(line);
            if (line.strip().equals(DEFAULTS) && !done) {
                changed.addAll(ours());
                done = true;
            }
        }
        if (!done) {
            changed.add(DEFAULTS);
            changed.addAll(ours());
        }
        return changed;
    }

    private static List<String> ours() {
        return TYPES.stream().map(type -> type + "=" + ENTRY).toList();
    }

    private static Path folder(Machine machine, String variable, String otherwise) {
        Optional<Path> named = machine.variable(variable).map(Path::of).filter(Path::isAbsolute);
        return named.orElse(machine.home().resolve(otherwise));
    }
}
