package io.deskbell.desktop;

import io.deskbell.desktop.WindowsRegistry.Root;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Windows: a class for the links, what the program can do, and the program among those that can do something ("Default
 * Programs", Microsoft Learn). Which of them has the links, the user chooses in the settings of Windows.
 */
final class UrlAssociations implements TelephoneLinks {
    static final String CLASS = "Deskbell.tel";
    static final String CLASS_KEY = "Software\\Classes\\" + CLASS;
    static final String CAPABILITIES = "Software\\Deskbell\\Capabilities";
    static final String REGISTERED = "Software\\RegisteredApplications";
    static final String CHOSEN = "Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\tel\\UserChoice";
    private static final String NAME = "Deskbell";
    private static final List<String> SCHEMES = List.of("tel", "callto");

    private final WindowsRegistry registry;
    private final Path program;

    UrlAssociations(WindowsRegistry registry, Path program) {
        this.registry = registry;
        this.program = program;
    }

    @Override
    public State state() throws IOException {
        boolean mine = registry.text(Root.USER, REGISTERED, NAME).isPresent();
        boolean everybodys = registry.text(Root.MACHINE, REGISTERED, NAME).isPresent();
        if (!mine && !everybodys) return State.OFF;
        return registry.text(Root.USER, CHOSEN, "ProgId").equals(Optional.of(CLASS)) ? State.ON : State.OFFERED;
    }

    @Override
    public void turn(boolean on) throws IOException {
        if (!on) {
            registry.remove(REGISTERED, NAME);
            return;
        }
        registry.write(CLASS_KEY, "", "Deskbell");
        registry.write(CLASS_KEY, "URL Protocol", "");
        registry.write(CLASS_KEY + "\\shell\\open\\command", "", "\"" + program + "\" \"%1\"");
        registry.write(CAPABILITIES, "ApplicationName", NAME);
        registry.write(CAPABILITIES, "ApplicationDescription", "Calls the number of a link, after asking.");
        for (String scheme : SCHEMES) {
            registry.write(CAPABILITIES + "\\URLAssociations", scheme, CLASS);
        }
        registry.write(REGISTERED, NAME, CAPABILITIES);
    }
}
