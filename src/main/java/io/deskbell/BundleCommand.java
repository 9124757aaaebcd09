package io.deskbell;

import io.deskbell.doctor.SupportBundle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code deskbell support-bundle [FILE] [--yes] [--with-recordings]}: shows what would be in it, then asks. */
final class BundleCommand {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");

    private final Diagnosis diagnosis;
    private final PrintStream out;

    BundleCommand(Diagnosis diagnosis, PrintStream out) {
        this.diagnosis = diagnosis;
        this.out = out;
    }

    /** As a person would look for it. */
    static String fileName(LocalDateTime now) {
        return "deskbell-support-" + STAMP.format(now) + ".zip";
    }

    int run(List<String> words) throws CommandLine.UsageException, IOException, InterruptedException {
        List<String> names = new ArrayList<>(words);
        boolean unasked = names.remove("--yes");
        boolean recordings = names.remove("--with-recordings");
        if (names.size() > 1 || names.stream().anyMatch(name -> name.startsWith("-"))) {
            throw new CommandLine.UsageException("support-bundle takes one file name, --yes and --with-recordings");
        }
        Path file = names.isEmpty() ? Path.of(fileName(LocalDateTime.now())) : path(names.getFirst());
        LogSetup.silent();
        out.println("Looking at every part; this takes some seconds.");
        SupportBundle bundle = diagnosis.bundle(diagnosis.doctor().examine(finding -> { }), recordings);
        out.println("In " + file.toAbsolutePath() + " would be:");
        out.print(bundle.listing());
        out.println("Callers' numbers but their last two digits, keys and passwords are struck out of all of it"
                + (recordings ? "; the recordings hold callers' names." : "."));
        if (!unasked && !agreed()) {
            out.println("Nothing was written.");
            return Main.FAILED;
        }
        bundle.write(file);
        out.println("Written. Have a look into it before you send it.");
        return Main.DONE;
    }

    private boolean agreed() throws IOException {
        out.print("Write it? [y/N] ");
        out.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        out.println();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private static Path path(String name) throws CommandLine.UsageException {
        try {
            return Path.of(name);
        } catch (InvalidPathException impossible) {
            throw new CommandLine.UsageException(name + ": not a file name");
        }
    }
}
