package io.deskbell.config;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the extension of whoever is logged in, for a configuration that many agents share. What it throws is in words
 * for a person. A program's answer holds for a minute: settings are checked with every key pressed. Thread safe.
 */
final class ExtensionFinder implements ExtensionLookup {
    static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long HOLDS_NANOS = Duration.ofMinutes(1).toNanos();
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Map<String, String> environment;
    private final String user;
    private final Asking asking;
    private final Map<String, Answer> answers = new HashMap<>();

    /** Runs a program without a shell, and gives the first line it prints. */
    @FunctionalInterface
    interface Asking {
        String firstLine(List<String> command, Duration patience) throws IOException;
    }

    private record Answer(String line, String trouble, long at) {
    }

    ExtensionFinder(Map<String, String> environment, String user, Asking asking) {
        this.environment = Map.copyOf(environment);
        this.user = user;
        this.asking = asking;
    }

    @Override
    public String find(String written) throws IOException {
        ExtensionRule rule = ExtensionRule.parse(written).orElseThrow(() ->
                new IOException("not one of " + ExtensionRule.FORMS));
        return switch (rule.kind()) {
            case ENV -> variable(rule.operand());
            case USER -> user;
            case COMMAND -> asked(rule.operand());
            case CSV -> looked(rule.operand());
        };
    }

    private String variable(String name) throws IOException {
        String value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) throw new IOException("there is no environment variable " + name + " for this user");
        return value;
    }

    private synchronized String asked(String commandLine) throws IOException {
        Answer known = answers.get(commandLine);
        if (known == null || System.nanoTime() - known.at() > HOLDS_NANOS) {
            known = ask(commandLine);
            answers.put(commandLine, known);
        }
        if (!known.trouble().isEmpty()) throw new IOException(known.trouble());
        return known.line();
    }

    private Answer ask(String commandLine) {
        List<String> command = new ArrayList<>();
        WORD.matcher(commandLine).results().forEach(word -> command.add(
                (word.group(1) == null ? word.group(2) : word.group(1)).replace("{user}", user)));
        try {
            String line = asking.firstLine(command, PATIENCE).strip();
            String trouble = line.isEmpty() ? command.getFirst() + " printed no extension for user " + user : "";
            return new Answer(line, trouble, System.nanoTime());
        } catch (IOException failed) {
            return new Answer("", String.valueOf(failed.getMessage()), System.nanoTime());
        }
    }

    private String looked(String file) throws IOException {
        try {
            for (String line : ConfigFile.textOf(Path.of(file)).lines().toList()) {
                String[] cells = line.split("[,;\t]", -1);
                if (cells.length > 1 && cell(cells[0]).equalsIgnoreCase(user)) return cell(cells[1]);
            }
        } catch (ConfigException unreadable) {
            Problem first = unreadable.problems().getFirst();
            throw new IOException(first.file() + ": " + first.what(), unreadable);
        } catch (InvalidPathException noPath) {
            throw new IOException(file + ": not a path", noPath);
        }
        throw new IOException(file + " has no line for user " + user + "; a line is user,extension");
    }

    private static String cell(String written) {
        return written.replace("\"", "").strip();
    }
}
