package io.deskbell.source.sip;

import java.util.Locale;

/** Answers one challenge again and again, counting (RFC 7616 §3.4). Not thread safe. */
final class DigestAnswer {
    private final Challenge challenge;
    private final String user;
    private final String password;
    private final String cnonce;
    private String nonce;
    private int count;

    DigestAnswer(Challenge challenge, String user, String password, String cnonce) {
        this.challenge = challenge;
        this.user = user;
        this.password = password;
        this.cnonce = cnonce;
        this.nonce = challenge.nonce();
    }

    /** The next request is answered with the nonce of Authentication-Info (§3.5). */
    void goOnWith(String nextNonce) {
        if (nextNonce.equals(nonce)) return;
        nonce = nextNonce;
        count = 0;
    }

    /** The value of the Authorization or Proxy-Authorization field. */
    String to(String method, String uri) {
        count++;
        String nc = String.format(Locale.ROOT, "%08x", count);
        StringBuilder field = new StringBuilder("Digest username=\"").append(user.replaceAll("([\"\\\\])", "\\\\$1"));
        field.append("\", realm=\"").append(challenge.realm()).append("\", nonce=\"").append(nonce);
        field.append("\", uri=\"").append(uri).append("\", response=\"").append(response(method, uri, nc)).append('"');
        challenge.parameters().get("algorithm").ifPresent(name -> field.append(", algorithm=").append(name));
        challenge.parameters().get("opaque").ifPresent(it -> field.append(", opaque=\"").append(it).append('"'));
        if (challenge.hasQop() || challenge.isSession()) field.append(", cnonce=\"").append(cnonce).append('"');
        if (challenge.hasQop()) field.append(", qop=auth, nc=").append(nc);
        return field.toString();
    }

    private String response(String method, String uri, String nc) {
        DigestAlgorithm algorithm = challenge.algorithm();
        String secret = algorithm.hash(user, challenge.realm(), password);
        // The session is named by the first nonce, whichever is in use (§3.4.2).
        if (challenge.isSession()) secret = algorithm.hash(secret, challenge.nonce(), cnonce);
        String request = algorithm.hash(method, uri);
        return challenge.hasQop() ? algorithm.hash(secret, nonce, nc, cnonce, "auth", request)
                : algorithm.hash(secret, nonce, request); // As RFC 2069; chan_sip still does.
    }
}
