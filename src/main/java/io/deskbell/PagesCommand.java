package io.deskbell;

import io.deskbell.config.PolicyTemplates;
import io.deskbell.config.ReferencePage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The commands that write what is made from tables of the program: pages, and templates for policies. */
final class PagesCommand {
    private PagesCommand() {
    }

    static int run(String command, List<String> words, PrintStream out)
            throws IOException, CommandLine.UsageException {
        if (command.equals("policy-templates")) {
            if (words.size() != 1) throw new CommandLine.UsageException("policy-templates wants the folder to fill");
            return templates(words.getFirst(), out);
        }
        String page = switch (words.size() == 1 ? words.getFirst() : "") {
            case "configuration" -> ReferencePage.text();
            case "log" -> LogEvents.load().page();
            default -> throw new CommandLine.UsageException("reference wants the name of a page: configuration or log");
        };
        out.write(page.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return Main.DONE;
    }

    private static int templates(String name, PrintStream out) throws IOException, CommandLine.UsageException {
        try {
            Path folder = Path.of(name);
            for (Map.Entry<String, String> file : PolicyTemplates.files().entrySet()) {
                Path to = folder.resolve(file.getKey());
                Files.createDirectories(to.getParent());
                Files.writeString(to, file.getValue());
                out.println(to);
            }
            return Main.DONE;
        } catch (InvalidPathException impossible) {
            throw new CommandLine.UsageException(name + ": not a folder");
        }
    }
}
