package io.deskbell.doctor;

import io.deskbell.call.Reason;
import io.deskbell.config.IntakeSettings;
import io.deskbell.source.intake.Proof;
import io.deskbell.source.intake.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether phones are listened to, whether they can reach us, and when one was last heard. */
public final class IntakeCheck implements Check {
    private static final String PART = "intake";
    private static final int TIMEOUT_MS = 2_000;
    private static final int MOST_ANSWER = 4_096;
    private static final Pattern EVENT = Pattern.compile("last event: [^\\r\\n]*");
    private static final Pattern REFUSED = Pattern.compile("last refused: (\\S+) (\\S+) (\\w+)");
    private static final Pattern REACHED = Pattern.compile("reached by another device: (\\d[^\\r\\n]*)");

    private final IntakeSettings settings;
    private final Supplier<List<InetAddress>> own;

    public IntakeCheck(IntakeSettings settings) {
        this(settings, OwnAddresses::now);
    }

    /** @param own this computer's addresses, as other devices see them */
    IntakeCheck(IntakeSettings settings, Supplier<List<InetAddress>> own) {
        this.settings = settings;
        this.own = own;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        try {
            InetAddress bound = InetAddress.getByName(settings.bind());
            Optional<String> answer = ask(bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound);
            findings.add(answer.map(this::listening).orElseGet(() -> free(bound)));
            findings.add(reachable(bound, answer.orElse("")));
            findings.add(allowed());
            refused(answer.orElse("")).ifPresent(findings::add);
        } catch (IOException unusable) {
            findings.add(PhoneReason.INTAKE_NOT_HERE.broken(PART, settings.bind()));
        }
        return findings;
    }

    /**
     * What our intake says when it is asked how it stands; empty when nobody listens there. Whoever has the port is not
     * told the token: it has to show that it knows it, or what it says counts for nothing.
     */
    private Optional<String> ask(InetAddress address) throws IOException {
        String nonce = nonce();
        String proof = Proof.of(settings.token(), nonce);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, settings.port()), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(("GET " + Proof.path(nonce) + " HTTP/1.0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(MOST_ANSWER), StandardCharsets.UTF_8);
            return Optional.of(answer.contains(proof) ? answer.substring(answer.indexOf(proof)) : "");
        } catch (ConnectException nobody) {
            return Optional.empty();
        } catch (SocketException | SocketTimeoutException silent) {
            return Optional.of("");
        }
    }

    private static String nonce() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private Finding listening(String answer) {
        Matcher event = EVENT.matcher(answer);
        return event.find() ? PhoneReason.INTAKE_LISTENS.well(PART, settings.port(), event.group())
                : PhoneReason.INTAKE_ANOTHER.broken(PART, settings.port());
    }

    private Finding free(InetAddress bound) {
        try (ServerSocket trial = new ServerSocket()) {
            trial.bind(new InetSocketAddress(bound, settings.port()));
            return PhoneReason.INTAKE_FREE.well(PART, settings.port());
        } catch (IOException taken) {
            return PhoneReason.INTAKE_TAKEN.broken(PART, settings.port(), settings.bind());
        }
    }

    /** A firewall lets this computer talk to itself and tells nobody what else it does: only a visit is a proof. */
    private Finding reachable(InetAddress bound, String answer) {
        if (bound.isLoopbackAddress()) return PhoneReason.INTAKE_LOCAL.note(PART);
        Matcher reached = REACHED.matcher(answer);
        if (reached.find()) return PhoneReason.INTAKE_REACHED.well(PART, reached.group(1));
        List<InetAddress> addresses = bound.isAnyLocalAddress() ? own.get() : List.of(bound);
        if (addresses.isEmpty()) return PhoneReason.INTAKE_NO_NETWORK.broken(PART);
        String urls = addresses.stream().map(this::url).collect(Collectors.joining(" / "));
        return PhoneReason.INTAKE_UNPROVEN.note(PART, urls, settings.port());
    }

    private Finding allowed() {
        return settings.allow().isEmpty() ? PhoneReason.INTAKE_ALLOWS_PRIVATE.well(PART)
                : PhoneReason.INTAKE_ALLOWED.well(PART, String.join(", ", settings.allow()));
    }

    /** A kind that only a later version knows is not told. */
    private static Optional<Finding> refused(String answer) {
        Matcher refused = REFUSED.matcher(answer);
        if (!refused.find()) return Optional.empty();
        return Arrays.stream(Refusal.values()).filter(why -> why.name().equals(refused.group(3))).findFirst()
                .map(why -> PhoneReason.INTAKE_REFUSED.note(PART, refused.group(1), refused.group(2), Reason.of(why)));
    }

    private String url(InetAddress address) {
        String host = address.getHostAddress();
        return "http://" + (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + settings.port();
    }
}
