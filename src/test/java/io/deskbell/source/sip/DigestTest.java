package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Challenges and their answers, with the examples the RFCs work out. */
final class DigestTest {
    private static final String RFC_7616 = "realm=\"http-auth@example.org\", qop=\"auth, auth-int\","
            + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
            + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
    private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    @Test
    void theExamplesOfRfc7616ComeOutAsPrinted() {
        assertEquals("8ca523f5e9506fed4657c9700eebdbec", response("algorithm=MD5"));
        assertEquals("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
                response("algorithm=SHA-256"));
    }

    private static String response(String algorithm) {
        Challenge challenge = Challenge.read("Digest " + RFC_7616 + ", " + algorithm).orElseThrow();
        DigestAnswer answer = new DigestAnswer(challenge, "Mufasa", "Circle of Life", CNONCE);
        return said(answer.to("GET", "/dir/index.html"), "response");
    }

    /** RFC 7616 §3.9.2 as its (reported) erratum 4897 corrects it: SHA-512/256, not SHA-512 cut short. */
    @Test
    void sha512256IsTheOneWithItsOwnBeginning() {
        Challenge challenge = Challenge.read("Digest realm=\"api@example.org\", qop=\"auth\", algorithm=SHA-512-256,"
                + " nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\","
                + " opaque=\"HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS\"").orElseThrow();
        DigestAnswer answer = new DigestAnswer(challenge, "J\u00e4s\u00f8n Doe", "Secret, or not?",
                "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v");
        assertEquals("3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5",
                said(answer.to("GET", "/doe.json"), "response"));
    }

    /** RFC 2617 §3.5, without qop as RFC 2069 §2.4 corrected it. */
    @Test
    void olderServersAskWithoutQop() {
        Challenge challenge = Challenge.read("Digest realm=\"testrealm@host.com\","
                + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"").orElseThrow();
        String field = new DigestAnswer(challenge, "Mufasa", "CircleOfLife", "unused").to("GET", "/dir/index.html");
        assertEquals("1949323746fe6a43ef61f9606e7febea", said(field, "response"));
        assertFalse(field.contains("cnonce") || field.contains("qop") || field.contains("algorithm"));
    }

    @Test
    void theAnswerEchoesTheChallengeAndCounts() {
        Challenge challenge = Challenge.read("dIGEST realm=\"a, \\\"b\\\"\",nonce=\"n=1\",algorithm=md5,qop=\"auth\","
                + "opaque=\"\"").orElseThrow();
        DigestAnswer answer = new DigestAnswer(challenge, "203", "secret", "cc");
        String first = answer.to("SUBSCRIBE", "sip:201@pbx.test");
        assertEquals("Digest username=\"203\", realm=\"a, \\\"b\\\"\", nonce=\"n=1\", uri=\"sip:201@pbx.test\","
                + " response=\"" + said(first, "response") + "\", algorithm=md5, opaque=\"\", cnonce=\"cc\", qop=auth,"
                + " nc=00000001", first);
        assertEquals("00000002", said(answer.to("SUBSCRIBE", "sip:201@pbx.test"), "nc"));
        answer.goOnWith("n2");
        assertEquals("00000001", said(answer.to("SUBSCRIBE", "sip:201@pbx.test"), "nc"));
    }

    @Test
    void whatCannotBeAnsweredIsNoChallenge() {
        for (String value : List.of("Basic realm=\"x\"", "Digest", "Digest realm=\"x\"", "Digest nonce=\"x\"",
                "Digest realm=\"x\", nonce=\"y\", algorithm=AKAv1-MD5",
                "Digest realm=\"x\", nonce=\"y\", qop=\"auth-int\"", "", " ", "NTLM abc")) {
            assertEquals(Optional.empty(), Challenge.read(value), value);
        }
    }

    @Test
    void ofSeveralChallengesTheFirstAnswerableCounts() {
        Credentials credentials = new Credentials("203", "pw", () -> "cc");
        SipResponse response = request().answered(401, "Log In")
                .with("WWW-Authenticate", "Digest realm=\"r\", nonce=\"1\", algorithm=NEWEST, qop=\"auth\"")
                .with("WWW-Authenticate", "Digest realm=\"r\", nonce=\"2\", algorithm=SHA-256, qop=\"auth\"")
                .with("WWW-Authenticate", "Digest realm=\"r\", nonce=\"3\", algorithm=MD5, qop=\"auth\"");
        assertEquals(Credentials.Verdict.ANSWERED, credentials.challenged(response));
        List<String> fields = credentials.addTo(request()).headers().all("Authorization");
        assertEquals(List.of("2"), fields.stream().map(field -> said(field, "nonce")).toList());
    }

    @Test
    void theNextNonceIsUsedWhenTheServerNamesOne() {
        Credentials credentials = new Credentials("203", "pw", () -> "cc");
        credentials.challenged(request().answered(407, "Log In")
                .with("Proxy-Authenticate", "Digest realm=\"r\", nonce=\"1\", qop=\"auth\""));
        credentials.addTo(request());
        credentials.accepted(request().answered(200, "OK").with("Authentication-Info", "nextnonce=\"2\", qop=auth"));
        String field = credentials.addTo(request()).headers().first("Proxy-Authorization").orElseThrow();
        assertEquals("2 00000001", said(field, "nonce") + " " + said(field, "nc"));
    }

    @Test
    void aSecondChallengeOfOneRequestRefusesThePasswordUnlessItIsStale() {
        Credentials credentials = new Credentials("203", "pw", () -> "cc");
        SipResponse plain = request().answered(401, "Log In")
                .with("WWW-Authenticate", "Digest realm=\"r\", nonce=\"1\"");
        SipResponse stale = request().answered(401, "Log In")
                .with("WWW-Authenticate", "Digest realm=\"r\", nonce=\"2\", stale=True");
        assertEquals(Credentials.Verdict.ANSWERED, credentials.challenged(plain));
        assertEquals(Credentials.Verdict.ANSWERED, credentials.challenged(stale));
        assertEquals(Credentials.Verdict.REFUSED, credentials.challenged(plain));
        credentials.newRequest();
        assertEquals(Credentials.Verdict.ANSWERED, credentials.challenged(plain));
    }

    @Test
    void realmsWithoutEndAreNotRemembered() {
        Credentials credentials = new Credentials("203", "pw", () -> "cc");
        for (int realm = 0; realm < 50; realm++) {
            credentials.challenged(request().answered(401, "Log In")
                    .with("WWW-Authenticate", "Digest realm=\"" + realm + "\", nonce=\"1\""));
        }
        assertTrue(credentials.addTo(request()).headers().all("Authorization").size() <= 4);
    }

    private static String said(String field, String name) {
        return Parameters.after(',', field.substring("Digest ".length())).get(name).orElseThrow();
    }

    private static SipRequest request() {
        Headers headers = Headers.NONE.with("Via", "SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK1").with("From", "<sip:a@b>")
                .with("To", "<sip:c@d>").with("Call-ID", "1").with("CSeq", "1 SUBSCRIBE");
        return new SipRequest("SUBSCRIBE", "sip:c@d", headers);
    }
}
