package io.deskbell.config;

import java.util.List;
import java.util.Set;

/** Reads {@code [intake]}. */
final class IntakeSection {
    private static final int MOST_PORT = 65_535;
    /** Go Integrator (Mondago) listens there for add-ins of its own, on the same computers. */
    private static final Set<Integer> OTHERS = Set.of(21_047, 21_049);

    private final ConfigReader reader;

    IntakeSection(ConfigReader reader) {
        this.reader = reader;
    }

    IntakeSettings read() {
        String bind = reader.text("intake", "bind");
        if (!isAddress(bind)) {
            reader.wrong("intake", "bind", "not an address of this computer such as 127.0.0.1 or 0.0.0.0");
        }
        Secret token = new Secret(reader.text("intake", "token"));
        if (token.isEmpty()) reader.missing("intake", "token", "16 letters and digits nobody can guess");
        else if (!token.reveal().matches("[A-Za-z0-9_-]{16,100}")) {
            reader.wrong("intake", "token", "not 16 to 100 letters, digits, - or _");
        }
        List<String> allow = reader.list("intake", "allow");
        if (!allow.stream().allMatch(IntakeSection::isNetwork)) {
            reader.wrong("intake", "allow", "not addresses or networks such as 10.0.0.9, 192.168.1.0/24");
        }
        int port = reader.number("intake", "port", 0, MOST_PORT, "a port");
        if (OTHERS.contains(port)) {
            reader.wrong("intake", "port", "Go Integrator listens there; another one such as 17201");
        }
        return new IntakeSettings(port, bind, token, allow);
    }

    static boolean isNetwork(String text) {
        String[] parts = text.split("/", 2);
        if (!isAddress(parts[0])) return false;
        if (parts.length < 2) return true;
        int most = parts[0].contains(":") ? 128 : 32;
        return parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) <= most;
    }

    /** By its looks: a name would be asked of the DNS. */
    static boolean isAddress(String text) {
        return text.matches("((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(\\.(?!$)|$)){4}|[0-9a-fA-F]*:[0-9a-fA-F:.]+");
    }
}
