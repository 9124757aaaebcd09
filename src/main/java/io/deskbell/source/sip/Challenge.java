package io.deskbell.source.sip;

import java.util.Locale;
import java.util.Optional;

/** One WWW-Authenticate or Proxy-Authenticate field that asks for a digest (RFC 7616 §3.3, RFC 8760). */
record Challenge(DigestAlgorithm algorithm, Parameters parameters) {
    /** Empty for schemes, algorithms and qualities of protection that we do not answer; Basic is never answered. */
    static Optional<Challenge> read(String value) {
        int space = value.indexOf(' ');
        if (space < 0 || !value.substring(0, space).equalsIgnoreCase("Digest")) return Optional.empty();
        Parameters parameters = Parameters.after(',', value.substring(space + 1));
        if (!parameters.has("realm") || !parameters.has("nonce")) return Optional.empty();
        boolean answerable = parameters.get("qop").map(Challenge::offersAuth).orElse(true);
        if (!answerable) return Optional.empty();
        return DigestAlgorithm.named(parameters.get("algorithm").orElse("MD5"))
                .map(algorithm -> new Challenge(algorithm, parameters));
    }

    private static boolean offersAuth(String qop) {
        return Separated.by(',', qop).stream().anyMatch("auth"::equalsIgnoreCase);
    }

    String realm() {
        return parameters.get("realm").orElseThrow();
    }

    String nonce() {
        return parameters.get("nonce").orElseThrow();
    }

    /** The password was right, only the nonce too old. */
    boolean isStale() {
        return parameters.get("stale").filter("true"::equalsIgnoreCase).isPresent();
    }

    boolean isSession() {
        return parameters.get("algorithm").filter(name -> name.toLowerCase(Locale.ROOT).endsWith("-sess"))
                .isPresent();
    }

    boolean hasQop() {
        return parameters.has("qop");
    }
}
