package io.deskbell.source.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The server's side of digest, written apart from the client's: challenges, and checks what comes back. */
final class PbxLogin {
    private final int status;
    private final String algorithm;
    private final String password;
    private int nonces;
    private String nonce = "nonce-0";
    private boolean stale;

    /** @param status 401 or 407 */
    PbxLogin(int status, String algorithm, String password) {
        this.status = status;
        this.algorithm = algorithm;
        this.password = password;
    }

    /** The nonce in use is good no more. */
    synchronized void expire(boolean sayingSo) {
        nonces++;
        nonce = "nonce-" + nonces;
        stale = sayingSo;
    }

    /** Empty when the request may pass. */
    synchronized Optional<SipResponse> challenge(SipRequest request) {
        String field = status == 407 ? "Proxy-Authorization" : "Authorization";
        Optional<Parameters> said = request.headers().first(field)
                .map(value -> Parameters.after(',', value.substring("Digest ".length())));
        if (said.isPresent() && isRight(said.get(), request.method())) return Optional.empty();
        String value = "Digest realm=\"pbx, \\\"west\\\"\", nonce=\"" + nonce + "\", opaque=\"op\", algorithm="
                + algorithm + ", qop=\"auth,auth-int\"" + (stale && said.isPresent() ? ", stale=TRUE" : "");
        String asks = status == 407 ? "Proxy-Authenticate" : "WWW-Authenticate";
        return Optional.of(request.answered(status, "Log In").with(asks, "Basic realm=\"never\"").with(asks, value));
    }

    private boolean isRight(Parameters said, String method) {
        if (!said.get("nonce").orElse("").equals(nonce)) return false;
        String one = hash(said.get("username").orElse("") + ":" + said.get("realm").orElse("") + ":" + password);
        if (algorithm.endsWith("-sess")) one = hash(one + ":" + nonce + ":" + said.get("cnonce").orElse(""));
        String two = hash(method + ":" + said.get("uri").orElse(""));
        String right = hash(one + ":" + nonce + ":" + said.get("nc").orElse("") + ":" + said.get("cnonce").orElse("")
                + ":auth:" + two);
        return right.equals(said.get("response").orElse(""));
    }

    private String hash(String text) {
        String plain = algorithm.replace("-sess", "");
        String name = plain.equals("SHA-512-256") ? "SHA-512/256" : plain;
        try {
            byte[] digest = MessageDigest.getInstance(name).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
