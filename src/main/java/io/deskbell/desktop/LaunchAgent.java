package io.deskbell.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** macOS: a property list in a LaunchAgents folder (launchd.plist(5)); it counts from the next login on. */
final class LaunchAgent implements Autostart {
    static final String FILE = "io.deskbell.plist";

    private final Path mine;
    private final Path everybodys;
    private final Path program;

    LaunchAgent(Path myFolder, Path everybodysFolder, Path program) {
        this.mine = myFolder.resolve(FILE);
        this.everybodys = everybodysFolder.resolve(FILE);
        this.program = program;
    }

    @Override
    public State state() {
        if (Files.exists(everybodys)) return State.SET_BY_ADMINISTRATOR;
        return Files.exists(mine) ? State.ON : State.OFF;
    }

    @Override
    public void turn(boolean on) throws IOException {
        if (state() == State.SET_BY_ADMINISTRATOR) throw new AdministratorsChoice();
        Files.deleteIfExists(mine);
        if (!on) return;
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                    <key>Label</key>
                    <string>io.deskbell</string>
                    <key>ProgramArguments</key>
                    <array>
                        <string>%s</string>
                    </array>
                    <key>RunAtLoad</key>
                    <true/>
                    <key>LimitLoadToSessionType</key>
                    <string>Aqua</string>
                </dict>
                </plist>
                """.formatted(program.toString().replace("&", "&amp;").replace("<", "&lt;")));
    }
}
