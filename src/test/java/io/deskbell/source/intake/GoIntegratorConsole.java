package io.deskbell.source.intake;

import io.deskbell.sandbox.TryOut;
import io.deskbell.source.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A simulated Go Integrator for a person to try Deskbell against, with the image that was built:
 * {@code mvn -q test-compile exec:exec@gointegrator-simulator}. Writes a configuration, makes the rules that Deskbell
 * prints for it, and does what is typed. Not a test; run it by hand.
 */
public final class GoIntegratorConsole {
    private static final String HELP = """
            ring [NUMBER [NAME]]   somebody calls; the number may be withheld, or 202, a colleague's
            dial [NUMBER [NAME]]   the agent calls
            connect CALL           it is answered           complete CALL   it is over
            miss CALL              nobody answered
            late MILLISECONDS      the next rule's program starts so much later; the words after it overtake it
            lose                   the next rule's program is not started at all
            set twice yes|no       each rule is there twice
            set both yes|no        a missed call is told to be completed, too
            set colleagues yes|no  the rules' scope is Both
            set ringing yes|no     there are rules for ringing; the same with connected, completed, missed
            set number|name|id filled|left|empty    what stands in the rules: the call's value, {ID} as printed, nothing
            rules                  as Deskbell printed them
            quit
            Several at once: late 300; ring; connect 1""";

    private final List<String> rules;
    private final Consumer<String> out;
    private final SimulatedGoIntegrator phone;
    private Duration late = Duration.ZERO;
    private boolean lost;
    private boolean ruled;

    /**
     * @param rules what {@code deskbell phones gointegrator} printed
     * @param out takes a line at a time, from any thread
     */
    public GoIntegratorConsole(List<String> rules, Consumer<String> out) {
        this.rules = rules;
        this.out = out;
        phone = new SimulatedGoIntegrator(rules, this::starts);
    }

    public static void main(String[] arguments) throws Exception {
        if (!Files.isExecutable(TryOut.PROGRAM)) {
            System.out.println("First build what the rules start: mvn -q package -DskipTests");
            return;
        }
        try (TryOut tryOut = TryOut.open("gointegrator-simulator")) {
            TryOut.Desk desk = tryOut.desk("config.ini", "201", "intake", "[intake]\nport = " + freePort());
            Process printing = new ProcessBuilder(TryOut.PROGRAM.toString(), "--config", desk.config().toString(),
                    "--data", desk.data().toString(), "phones", "gointegrator").redirectErrorStream(true).start();
            List<String> printed = said(printing).toList();
            if (printing.waitFor() == 0) new GoIntegratorConsole(printed, System.out::println).run();
            else printed.forEach(System.out::println);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run() throws IOException {
        out.accept("\n" + HELP);
        BufferedReader typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = typed.readLine(); line != null && !line.strip().equals("quit"); line = typed.readLine()) {
            try {
                obey(line);
            } catch (NoSuchElementException unknown) {
                out.accept(unknown.getMessage());
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
                out.accept(HELP);
            }
        }
    }

    /** @param line as a person types it */
    public void obey(String line) {
        for (String wish : line.split(";")) {
            if (wish.isBlank()) continue;
            ruled = false;
            boolean happened = obey(wish.strip().split("\\s+", 3));
            if (happened && !ruled) out.accept("no rule is there for that");
        }
    }

    /** @return whether something happened to a call */
    private boolean obey(String[] words) {
        switch (words[0]) {
            case "ring" -> out.accept("call " + phone.rings(number(words, "+31612345678"), name(words)));
            case "dial" -> out.accept("call " + phone.dials(number(words, "0612345678"), name(words)));
            case "connect" -> phone.connects(Integer.parseInt(words[1]));
            case "complete" -> phone.completes(Integer.parseInt(words[1]));
            case "miss" -> phone.misses(Integer.parseInt(words[1]));
            default -> {
                return prepared(words);
            }
        }
        return true;
    }

    private boolean prepared(String[] words) {
        switch (words[0]) {
            case "late" -> late = Duration.ofMillis(Integer.parseUnsignedInt(words[1]));
            case "lose" -> lost = true;
            case "set" -> phone.set(words[1], words[2]);
            case "rules" -> rules.forEach(out);
            default -> throw new IllegalArgumentException(words[0]);
        }
        return false;
    }

    private static String number(String[] words, String usual) {
        String number = words.length > 1 ? words[1] : usual;
        return number.equals("withheld") ? "" : number;
    }

    private static String name(String[] words) {
        return words.length > 2 ? words[2] : "";
    }

    private void starts(String rule, List<String> command) {
        ruled = true;
        if (lost) {
            lost = false;
            out.accept(rule + ": not started");
            return;
        }
        Duration after = late;
        late = Duration.ZERO;
        Thread.ofPlatform().name(rule).start(() -> runs(rule, command, after));
    }

    /** Go Integrator does not look how it ends; a person wants to know. */
    private void runs(String rule, List<String> command, Duration after) {
        try {
            Waiting.REAL.pause(after);
            Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
            String words = String.join(" ", said(program).toList());
            out.accept(rule + ": started, exit code " + program.waitFor() + (words.isEmpty() ? "" : ", " + words));
        } catch (IOException missing) {
            out.accept(rule + ": " + missing.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static Stream<String> said(Process program) {
        InputStream output = program.getInputStream();
        return new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8)).lines();
    }
}
