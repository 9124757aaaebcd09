package io.deskbell.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Linux: a desktop entry in an autostart folder; the user's goes before everybody's (Desktop Application Autostart
 * Specification 0.5). A user who hid everybody's entry elsewhere is taken at his word.
 */
final class XdgAutostart implements Autostart {
    static final String FILE = "deskbell.desktop";

    private final Path mine;
    private final List<Path> everybodys;
    private final Path program;

    XdgAutostart(Path mine, List<Path> everybodys, Path program) {
        this.mine = mine;
        this.everybodys = List.copyOf(everybodys);
        this.program = program;
    }

    static XdgAutostart of(Machine machine, Path program) {
        Path config = machine.variable("XDG_CONFIG_HOME").map(Path::of).filter(Path::isAbsolute)
                .orElse(machine.home().resolve(".config"));
        List<Path> everybodys = Stream.of(machine.variable("XDG_CONFIG_DIRS").orElse("/etc/xdg").split(":"))
                .map(folder -> Path.of(folder, "autostart", FILE)).toList();
        return new XdgAutostart(config.resolve("autostart").resolve(FILE), everybodys, program);
    }

    @Override
    public State state() throws IOException {
        try {
            return isSwitchedOff(Files.readString(mine, StandardCharsets.UTF_8)) ? State.OFF : State.ON;
        } catch (NoSuchFileException noneOfMine) {
            return everybodys.stream().anyMatch(Files::exists) ? State.SET_BY_ADMINISTRATOR : State.OFF;
        }
    }

    @Override
    public void turn(boolean on) throws IOException {
        if (state() == State.SET_BY_ADMINISTRATOR) throw new AdministratorsChoice();
        Files.deleteIfExists(mine);
        if (!on || state() == State.SET_BY_ADMINISTRATOR) return;
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, """
                [Desktop Entry]
                Type=Application
                Name=Deskbell
                Exec=%s
                Terminal=false
                """.formatted(DesktopEntry.quoted(program.toString())));
    }

    private static boolean isSwitchedOff(String entry) {
        return entry.lines().map(line -> line.replace(" ", "").toLowerCase(Locale.ROOT))
                .anyMatch(line -> line.equals("hidden=true") || line.equals("x-gnome-autostart-enabled=false"));
    }
}
