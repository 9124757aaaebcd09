package io.deskbell.source.xelion;

import static io.deskbell.source.xelion.XelionExchange.ONE;
import static io.deskbell.source.xelion.XelionExchange.TWO;

import io.deskbell.sandbox.TryOut;
import io.deskbell.source.Waiting;
import io.deskbell.source.xelion.XelionExchange.Dialled;
import io.deskbell.source.xelion.XelionExchange.User;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A Xelion and an Agent Inbox to try Deskbell against: {@code mvn -q test-compile exec:exec@xelion-simulator}. Writes a
 * configuration, then does what is typed; without anything to read it plays call after call.
 */
public final class XelionTryout {
    private static final int PORT = 18443;
    private static final String HELP = """
            ring [NUMBER]   somebody calls 101         answer   101 takes the call
            dial [NUMBER]   101 calls                  taken    the other side answers
            pickup          101 picks up the phone that rings for a number dialled in Deskbell; then taken, hangup
            hold, resume, park, retrieve, twin         hangup   the call is over
            consult         101 calls 102, who answers transfer 102 gets the customer
            blind           102's phone rings          accept   102 answers
            drop            the connection is lost     expire   tokens are worth nothing
            repeat, reorder, half, rename              own      own channels only are told
            login CODE      the next log-in is refused (10004, 10005, 10006, 10007, 10012 ...)
            fail HTTP [PATH]   the next list of calls, or what is asked at me/device/calls, me/renew ..., is answered
                            401, 429, 500 ..., half or cut
            forbid          dialling is not allowed    play     a few calls      quit
            """;

    private final XelionSimulator xelion;
    private final PrintStream out;
    private String call = "";
    private String consultation = "";
    private Optional<Dialled> dialled = Optional.empty();

    private XelionTryout(XelionSimulator xelion, PrintStream out) {
        this.xelion = xelion;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        try (XelionSimulator xelion = XelionSimulator.secure(PORT); TryOut tryOut = TryOut.open("xelion-simulator")) {
            Path pem = Files.writeString(tryOut.folder().resolve("xelion.pem"), xelion.certificate());
            tryOut.diallingDesk("config.ini", ONE.number(), "xelion", section(xelion, ONE, pem));
            tryOut.diallingDesk("colleague.ini", TWO.number(), "xelion", section(xelion, TWO, pem));
            System.out.println("\n" + HELP);
            XelionTryout tryout = new XelionTryout(xelion, System.out);
            Thread.ofVirtual().name("pbx_call").start(tryout::followDialled);
            tryout.obey();
        }
    }

    private static String section(XelionSimulator xelion, User user, Path pem) {
        return """
                [xelion]
                url = %s
                user = %s
                password = %s
                device_number = %s
                certificate = %s
                dial = yes""".formatted(xelion.url(), user.login(), XelionSimulator.PASSWORD, user.number(),
                pem.toAbsolutePath());
    }

    private void followDialled() {
        try {
            while (true) isDialled(xelion.exchange.dialled.take());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void isDialled(Dialled next) {
        call = next.callId();
        dialled = Optional.of(next);
        out.println("101 rings, to call " + next.number() + ": pickup, then taken, then hangup");
    }

    private void obey() throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.strip().split("\\s+", 2);
            if (words[0].equals("quit")) return;
            if (words[0].isEmpty()) continue;
            try {
                if (words[0].equals("play")) play();
                else obey(words[0], words.length > 1 ? words[1] : "");
            } catch (RuntimeException notNow) {
                out.println("not now: there is no such call");
            }
        }
        while (true) play();
    }

    private synchronized void obey(String word, String detail) {
        XelionExchange exchange = xelion.exchange;
        switch (word) {
            case "ring" -> call = exchange.calls(detail.isEmpty() ? "+31612345678" : detail, "P. Jansen", ONE);
            case "dial" -> call = exchange.dials(ONE, detail.isEmpty() ? "0201234567" : detail, "Van Dam");
            case "answer" -> exchange.answer(call, ONE);
            case "pickup" -> {
                exchange.calledUp(call, ONE, dialled.orElseThrow().number());
                dialled = Optional.empty();
            }
            case "taken" -> exchange.isAnswered(call);
            case "hold" -> exchange.state(call, ONE, "HOLD");
            case "resume" -> exchange.state(call, ONE, "CONNECTED");
            case "park" -> exchange.park(call, ONE, "701");
            case "retrieve" -> exchange.retrieve(call, ONE);
            case "twin" -> exchange.toTwin(call, ONE);
            case "consult" -> {
                consultation = exchange.dials(ONE, TWO.number(), "");
                exchange.isAnswered(consultation);
            }
            case "transfer" -> exchange.transfer(call, consultation, ONE, true);
            case "blind" -> exchange.blind(call, ONE, TWO);
            case "accept" -> exchange.answer(call, TWO);
            case "rename" -> call = exchange.renamed(call);
            case "hangup" -> exchange.hangUp(call);
            default -> misbehave(word, detail);
        }
    }

    private void misbehave(String word, String detail) {
        switch (word) {
            case "drop" -> xelion.dropSockets();
            case "expire" -> xelion.expireTokens();
            case "repeat" -> xelion.repeat();
            case "reorder" -> xelion.reorder();
            case "half" -> xelion.cutTheNextShort();
            case "own" -> xelion.tellsOfOwnChannelsOnly();
            case "login" -> xelion.answers("me/login", 401, "{\"code\":" + detail + "}");
            case "forbid" -> xelion.mayNotDial();
            case "fail" -> fail(detail.split("\\s+", 2));
            default -> out.println(HELP);
        }
    }

    private void fail(String[] how) {
        String path = how.length > 1 ? how[1] : "communications/active_channels";
        switch (how[0]) {
            case "cut" -> xelion.hangsUpOn(path);
            case "half" -> xelion.answers(path, 200, "{\"data\":[{\"obj");
            default -> xelion.answers(path, Integer.parseInt(how[0]), "");
        }
    }

    private void play() throws InterruptedException {
        String[][] acts = {{"ring", "answer", "hangup"}, {"dial", "taken", "hangup"}, {"ring", "hangup"},
            {"ring", "answer", "consult", "transfer", "hangup"}};
        for (String[] act : acts) {
            for (String word : act) {
                out.println("> " + word);
                obey(word, "");
                Waiting.REAL.pause(Duration.ofSeconds(3));
            }
        }
    }
}
