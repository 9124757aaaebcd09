package io.deskbell.desktop;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Keys that work whatever program is in front, where the system lets a program have such. */
public interface GlobalShortcut extends AutoCloseable {
    /** A modifier key. */
    enum Modifier { CTRL, ALT, SHIFT, SUPER }

    /** @param key a letter, a digit, or F1 to F12 */
    record Keys(Set<Modifier> modifiers, String key) {
        public Keys {
            modifiers = Set.copyOf(modifiers);
        }

        /** @param written such as {@code Ctrl+Alt+D}, as the configuration allows it */
        static Keys read(String written) {
            Set<Modifier> modifiers = new TreeSet<>();
            String key = "";
            for (String part : written.toUpperCase(Locale.ROOT).replace(" ", "").split("\\+")) {
                switch (part) {
                    case "CTRL", "ALT", "SHIFT", "SUPER" -> modifiers.add(Modifier.valueOf(part));
                    case "WIN" -> modifiers.add(Modifier.SUPER);
                    default -> key = part;
                }
            }
            return new Keys(modifiers, key);
        }

        /** 1 to 12, where it is one of those keys. */
        Optional<Integer> function() {
            return key.length() < 2 ? Optional.empty() : Optional.of(Integer.valueOf(key.substring(1)));
        }
    }

    /** Why there is none; empty while it works. */
    Optional<String> trouble();

    @Override
    void close();

    /**
     * Takes the keys; returns at once, what goes wrong is told later by {@link #trouble} and one log line.
     *
     * @param onText hears what is selected (X11) or was copied (Windows) when they are pressed; untrusted text
     */
    static GlobalShortcut take(Machine machine, String keys, Consumer<String> onText) {
        return switch (machine.system()) {
            case WINDOWS -> WindowsShortcut.start(Keys.read(keys), onText);
            case MACOS -> new NoShortcut("macOS lets no program listen to keys unless it may watch them all");
            case LINUX -> X11Shortcut.start(machine, Keys.read(keys), onText);
        };
    }
}
