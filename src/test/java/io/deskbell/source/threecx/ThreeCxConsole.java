package io.deskbell.source.threecx;

import io.deskbell.sandbox.TryOut;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A simulated 3CX for a person to try the companion against: {@code mvn -q test-compile exec:exec@3cx-simulator}.
 * Writes a configuration, and does what is typed. Not a test; run it by hand.
 */
final class ThreeCxConsole {
    private static final String HELP = """
            ring [EXT] [NUMBER] [QUEUE]   a customer calls        dial [EXT] [NUMBER]   the extension calls
            connect CALL EXT              it is answered          leave CALL EXT        one part goes
            blind CALL FROM TO            handed over, rings      attended CALL FROM TO [SECOND] handed over, connected;
                                                                  the second call, about it, is over
            end CALL                      all hang up             calls                 what there is
            pickup CALL                   the phone that rings    refuse CALL           the same, not picked up
                                          for a number that was dialled in Deskbell; then connect CALL EXT
            drop                          the websocket is lost   repeat, chatter       words without news
            lost, half, late              the next word of the websocket is; late: it comes behind the one after it
            expire                        all tokens end          deny                  each is refused from now on
            fail PATH STATUS              that question is answered so once: 401, 403, 429, 500, 0 half, -1 none
            restart                       3CX starts again, with call 1
            quit""";

    private final ThreeCxServer server;
    private String customer = "+31612345678";

    private ThreeCxConsole(ThreeCxServer server) {
        this.server = server;
    }

    /** {@code [port] [tls]}, both left out: a free one, plain HTTP. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.stream(arguments).filter(word -> !word.isBlank()).toList();
        boolean tls = words.contains("tls");
        int port = words.stream().filter(word -> word.matches("\\d+")).map(Integer::parseInt).findFirst().orElse(0);
        try (ThreeCxServer server = ThreeCxServer.open(List.of("201", "202", "203"), tls, port);
                TryOut tryOut = TryOut.open("3cx-simulator")) {
            tryOut.diallingDesk("config.ini", "201", "3cx", "[3cx]\n" + server.ini()
                    + "\nqueues = 800 +31201234567\ndial = yes");
            if (tls) {
                Path trusted = Files.writeString(tryOut.folder().resolve("3cx.pem"), server.certificatePem());
                System.out.println("# its certificate, to be trusted by Java: " + trusted.toAbsolutePath());
            }
            System.out.println("\n" + HELP);
            ThreeCxConsole console = new ThreeCxConsole(server);
            Thread.ofVirtual().name("makecall").start(console::tellOfDialled);
            console.run();
        }
    }

    private void run() throws IOException {
        BufferedReader typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = typed.readLine(); line != null && !line.equals("quit"); line = typed.readLine()) {
            String[] words = line.strip().split("\\s+");
            try {
                System.out.println(obey(words[0], words));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
                System.out.println(HELP);
            }
        }
    }

    private void tellOfDialled() {
        try {
            while (true) {
                MadeCalls.Made made = server.made().asked.take();
                System.out.printf("call %1$d: the phone of %2$s rings, to call %3$s: pickup %1$d,"
                        + " then connect %1$d %2$s, then end %1$d%n", made.call(), made.dn(), made.number());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private String obey(String verb, String[] words) {
        SimulatedThreeCx exchange = server.exchange();
        switch (verb) {
            case "ring" -> {
                int call = exchange.newCall();
                customer = or(words, 2, "+31612345678");
                exchange.ring(call, or(words, 1, "201"), customer, or(words, 3, ""));
                return "call " + call;
            }
            case "dial" -> {
                int call = exchange.newCall();
                exchange.dial(call, or(words, 1, "201"), or(words, 2, "0612345678"));
                exchange.ringColleague(call, or(words, 1, "201"), or(words, 2, ""));
                return "call " + call;
            }
            case "connect" -> exchange.connect(number(words[1]), words[2]);
            case "leave" -> exchange.leave(number(words[1]), words[2]);
            case "end" -> server.ends(number(words[1]));
            case "pickup" -> server.picksUp(number(words[1]));
            case "refuse" -> server.made().refuse(number(words[1]));
            case "blind", "attended" -> {
                exchange.leave(number(words[1]), words[2]);
                if (words.length > 4) exchange.end(number(words[4]));
                exchange.refer(number(words[1]), words[3], customer, words[2], verb.equals("attended"));
            }
            case "calls" -> {
                return exchange.answer(Watching.ALL).body();
            }
            default -> misbehave(verb, words);
        }
        return "done";
    }

    private void misbehave(String verb, String[] words) {
        switch (verb) {
            case "drop" -> server.dropSockets();
            case "repeat" -> server.exchange().repeat();
            case "chatter" -> server.exchange().chatter();
            case "expire" -> server.expireTokens();
            case "deny" -> server.refuseAllTokens();
            case "lost", "half", "late" -> server.nextWord(verb);
            case "fail" -> server.fails(words[1], Integer.parseInt(words[2]));
            case "restart" -> {
                server.exchange().restart();
                server.dropSockets();
            }
            default -> throw new IllegalArgumentException(verb);
        }
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }

    private static String or(String[] words, int place, String usual) {
        return words.length > place ? words[place] : usual;
    }
}
