package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.desktop.SecretStore;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** {@code deskbell secret set|remove|list [KEY]}. A value is typed unseen or piped in, and is never an argument. */
final class SecretCommand {
    private static final String USAGE = "secret set KEY, secret remove KEY or secret list; keys are "
            + String.join(", ", Config.SECRET_KEYS);

    private final SecretStore store;
    private final Input input;
    private final PrintStream out;

    /** Where a value comes from. */
    @FunctionalInterface
    interface Input {
        String read(String key) throws IOException;
    }

    SecretCommand(SecretStore store, Input input, PrintStream out) {
        this.store = store;
        this.input = input;
        this.out = out;
    }

    /** Without echo from the console; one line from standard input where that is no console. */
    static String typedOrPiped(String key) throws IOException {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("%s (what you type is not shown): ", key);
            return typed == null ? "" : new String(typed).strip();
        }
        Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        String line = new BufferedReader(new InputStreamReader(System.in, charset)).readLine();
        return line == null ? "" : line.strip();
    }

    int run(List<String> words) throws CommandLine.UsageException, IOException, InterruptedException {
        if (words.equals(List.of("list"))) return list();
        if (words.size() > 2 && words.getFirst().equals("set")) {
            throw new CommandLine.UsageException("a secret is not given on the command line, where others can read it; "
                    + "type it when asked, or pipe it in");
        }
        if (words.size() != 2) throw new CommandLine.UsageException(USAGE);
        String key = words.get(1);
        if (!Config.SECRET_KEYS.contains(key)) {
            throw new CommandLine.UsageException(key + ": no secret; keys are "
                    + String.join(", ", Config.SECRET_KEYS));
        }
        return switch (words.getFirst()) {
            case "set" -> set(key);
            case "remove" -> remove(key);
            default -> throw new CommandLine.UsageException(USAGE);
        };
    }

    private int set(String key) throws IOException, InterruptedException {
        SecretStore.Kept kept = store.keep(key, input.read(key));
        if (!kept.asWished()) out.println("Not as safe as it could be: " + kept.reason() + ".");
        out.println(key + ": stored in " + kept.place());
        out.println("It is used where config.ini leaves " + key.substring(key.indexOf('.') + 1) + " empty.");
        return Main.DONE;
    }

    private int remove(String key) throws IOException, InterruptedException {
        boolean was = store.remove(key);
        out.println(key + (was ? ": removed" : ": was not stored"));
        return Main.DONE;
    }

    private int list() throws IOException, InterruptedException {
        for (String key : Config.SECRET_KEYS) {
            Optional<String> place = store.place(key);
            out.println(key + place.map(where -> ": stored in " + where).orElse(": not stored"));
        }
        return Main.DONE;
    }
}
