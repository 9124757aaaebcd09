package io.deskbell.source.intake;

import io.deskbell.config.IntakeSettings;
import io.deskbell.config.Secret;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Who may tell us of calls. A phone can sign nothing, so: its address, a secret in the path compared in constant time,
 * and nothing that comes from a web page, whatever name the page's server gave this computer (DNS rebinding).
 */
final class Gate {
    static final int A_SECOND = 1_500;
    private static final Pattern BEHIND_BRACKET = Pattern.compile("].*");
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-fA-F:.]+(%[\\w.~%-]+)?]");

    private final AllowList allowed;
    private final Secret secret;
    private final byte[] token;
    private final Set<String> ourNames;
    private final LongSupplier nanos;
    private double credit = A_SECOND;
    private long creditAt;

    Gate(IntakeSettings settings, LongSupplier nanos) {
        this.allowed = new AllowList(settings.allow());
        this.secret = settings.token();
        this.token = settings.token().reveal().getBytes(StandardCharsets.UTF_8);
        this.ourNames = Set.of("localhost", ownName());
        this.nanos = nanos;
        this.creditAt = nanos.getAsLong();
    }

    boolean letsIn(InetAddress address) {
        return allowed.allows(address);
    }

    /** A bucket that fills with {@value #A_SECOND} a second; a phone needs ten, a company's relay a hundred. */
    synchronized boolean hasRoom() {
        long now = nanos.getAsLong();
        credit = Math.min(A_SECOND, credit + (now - creditAt) * (A_SECOND / 1e9));
        creditAt = now;
        if (credit < 1) return false;
        credit--;
        return true;
    }

    /** Empty when the request may come in. */
    Optional<Refusal> refusal(HttpRequest request) {
        if (!request.method().equals("GET") && !request.method().equals("POST")) return Optional.of(Refusal.METHOD);
        boolean fromAPage = request.headers().containsKey("origin")
                || request.headers().containsKey("sec-fetch-site");
        if (fromAPage) return Optional.of(Refusal.PAGE);
        return isOurs(request.headers().getOrDefault("host", "")) ? Optional.empty() : Optional.of(Refusal.HOST);
    }

    boolean isToken(String said) {
        return token.length > 0 && MessageDigest.isEqual(token, said.getBytes(StandardCharsets.UTF_8));
    }

    String proof(String nonce) {
        return Proof.of(secret, nonce);
    }

    /** A page can make its own name mean this computer, never an address. Old phones send no Host; browsers do. */
    private boolean isOurs(String host) {
        if (host.isEmpty()) return true;
        String name = host.startsWith("[") ? BEHIND_BRACKET.matcher(host).replaceFirst("]")
                : PORT.matcher(host).replaceFirst("");
        if (ADDRESS.matcher(name).matches()) return true;
        return ourNames.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String ownName() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return name.equals("localhost") ? "localhost.localdomain" : name;
        } catch (UnknownHostException nameless) {
            return "localhost.localdomain";
        }
    }
}
