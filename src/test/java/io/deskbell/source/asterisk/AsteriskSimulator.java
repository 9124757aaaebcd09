package io.deskbell.source.asterisk;

import io.deskbell.sandbox.TryOut;
import io.deskbell.source.asterisk.AmiServer.Misbehaviour;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A pretended Asterisk for a person to try the companion against, steered by words that are typed:
 * {@code mvn -q test-compile exec:exec@asterisk-simulator}.
 */
final class AsteriskSimulator {
    private static final String HELP = """
            in [NUMBER]      a customer calls and 201 rings      queue      the same by a queue
            answer           201 picks up                        hangup     201 hangs up, or it stops ringing
            gone             the customer hangs up               hold, back
            elsewhere        202 picks up instead                pickup     203 picks it up
            blind EXT        it is given away                    taken      whoever was given it picks up, and has it
            consult EXT      a colleague is called, and answers  attended   the customer is given to the colleague
            park, fetch EXT  parked, and fetched by EXT          out NUMBER 201 calls a number; answer: it is answered
            for a number dialled in Deskbell 201 rings: answer, or hangup; then answer once more for the other end
            misbehave HOW    %s
            behave, drop, restart, list, quit
            """;

    private final AmiServer server;
    private final PretendAsterisk pbx;
    private final List<PretendChannel> rung = new ArrayList<>();
    private PretendChannel customer;
    private PretendChannel phone;
    private PretendChannel second;
    private PretendChannel colleague;
    private Optional<OriginatedCall> originated = Optional.empty();

    private AsteriskSimulator(AmiServer server) {
        this.server = server;
        this.pbx = server.pbx;
    }

    public static void main(String[] words) throws Exception {
        boolean tls = List.of(words).contains("tls");
        int port = Arrays.stream(words).filter(word -> word.matches("\\d+")).mapToInt(Integer::parseInt).findFirst()
                .orElse(tls ? 15039 : 15038);
        HeldCertificate own = new HeldCertificate.Builder().commonName("pretended-asterisk").build();
        ServerSocketFactory sockets = tls ? new HandshakeCertificates.Builder().heldCertificate(own).build()
                .sslContext().getServerSocketFactory() : ServerSocketFactory.getDefault();
        AmiServer server = AmiServer.open(sockets, port);
        TryOut tryOut = TryOut.open("asterisk-simulator");
        String section = "[asterisk]\n" + server.ini() + "\ndial = yes";
        if (tls) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(own.certificate().getEncoded());
            section += "\ntls = yes\nfingerprint = " + HexFormat.of().formatHex(digest);
        }
        tryOut.diallingDesk("config.ini", "201", "asterisk", section);
        System.out.println("\n" + HELP.formatted(Arrays.toString(Misbehaviour.values()).toLowerCase(Locale.ROOT)));
        AsteriskSimulator simulator = new AsteriskSimulator(server);
        Thread.ofVirtual().name("originate").start(simulator::dialled);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))) {
            for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
                simulator.act(line.strip().split("\\s+"));
            }
        }
        server.close();
        tryOut.close();
    }

    private void act(String[] words) throws IOException {
        String more = words.length > 1 ? words[1] : "";
        try {
            synchronized (pbx) {
                act(words[0], more);
            }
        } catch (IllegalArgumentException | NullPointerException | NoSuchElementException impossible) {
            System.out.println("that cannot happen now");
        }
    }

    private void act(String what, String more) throws IOException {
        switch (what) {
            case "in" -> comesIn(more.isEmpty() ? "0612345678" : more, false);
            case "queue" -> comesIn("0612345678", true);
            case "answer" -> answer();
            case "elsewhere" -> {
                phone = pbx.ring(customer, "202");
                pbx.answer(customer, phone, List.copyOf(rung));
            }
            case "pickup" -> {
                phone = pbx.dials("203", "*8");
                pbx.pickUp(phone, customer, rung.removeFirst());
            }
            case "hangup" -> hangUp();
            case "gone" -> {
                pbx.hangUp(customer, 16);
                if (phone != null) pbx.hangUp(phone, 16);
                if (colleague != null) pbx.hangUp(colleague, 16);
            }
            case "hold" -> pbx.hold(phone, true);
            case "back" -> pbx.hold(phone, false);
            case "out" -> {
                phone = pbx.dials("201", more);
                customer = pbx.ringOutside(phone, more);
                rung.clear();
                rung.add(customer);
            }
            default -> handOver(what, more);
        }
    }

    private void handOver(String what, String more) throws IOException {
        switch (what) {
            case "blind" -> {
                pbx.blind(phone, customer, more);
                colleague = pbx.ring(customer, more);
            }
            case "taken" -> {
                pbx.answer(customer, colleague, List.of());
                phone = colleague;
            }
            case "consult" -> {
                second = pbx.dials(phone.extension(), more);
                colleague = pbx.ring(second, more);
                pbx.answer(second, colleague, List.of());
            }
            case "attended" -> {
                pbx.attended(phone, second, customer, colleague);
                phone = colleague;
            }
            case "park" -> pbx.park(phone, customer, "701");
            case "fetch" -> {
                phone = pbx.dials(more, "701");
                pbx.fetch(phone, customer, "701");
            }
            default -> actOnTheLine(what, more);
        }
    }

    private void actOnTheLine(String what, String more) throws IOException {
        switch (what) {
            case "misbehave" -> server.misbehave(Misbehaviour.valueOf(more.toUpperCase(Locale.ROOT)));
            case "behave" -> server.behave();
            case "drop" -> server.drop();
            case "restart" -> server.restart();
            case "list" -> pbx.list("list").forEach(System.out::println);
            default -> System.out.println(HELP.formatted(Arrays.toString(Misbehaviour.values())));
        }
    }

    private void comesIn(String number, boolean queue) {
        customer = pbx.incoming(number, "0201234567");
        phone = queue ? pbx.ringByQueue(customer, "201") : pbx.ring(customer, "201");
        colleague = null;
        rung.clear();
        rung.add(phone);
    }

    private void answer() {
        if (originated.isPresent()) {
            customer = originated.get().pickUp();
            originated = Optional.empty();
            rung.clear();
            rung.add(customer);
        } else {
            pbx.answer(rung.getFirst() == customer ? phone : customer, rung.removeFirst(), List.of());
        }
    }

    private void hangUp() {
        originated.ifPresentOrElse(OriginatedCall::giveUp, () -> pbx.hangUp(phone, 16));
        originated = Optional.empty();
    }

    /** A number dialled from the computer: the phone rings, and what comes next is typed. */
    private void dialled() {
        try {
            while (true) {
                Map<String, String> action = server.actions.take();
                if (!"Originate".equals(action.get("Action"))) continue;
                synchronized (pbx) {
                    if (server.does(Misbehaviour.NO_DIAL)) continue;
                    OriginatedCall call = OriginatedCall.begin(server, action);
                    phone = call.phone;
                    originated = Optional.of(call);
                    System.out.println("201 rings, to call " + call.number() + ": answer, then answer, then gone");
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
