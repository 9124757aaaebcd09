package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.Secret;
import io.deskbell.config.SipSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Logging in over a real socket, with every algorithm and both kinds of challenge. */
@Timeout(30)
final class LoginTest {
    private final Recorded recorded = new Recorded();

    @Test
    void everyAlgorithmIsAnsweredToServersAndProxies() throws Exception {
        List<String> algorithms = List.of("MD5", "md5", "MD5-sess", "SHA-256", "SHA-256-sess", "SHA-512-256",
                "SHA-512-256-sess");
        for (int status : new int[] {401, 407}) {
            for (String algorithm : algorithms) {
                try (ScriptedPbx pbx = ScriptedPbx.udp().asking(new PbxLogin(status, algorithm, "pw203"));
                     Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
                    assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3), algorithm);
                    watch.assertStillWatching();
                }
            }
        }
    }

    @Test
    void aNonceIsUsedAgainAndCounted() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().asking(new PbxLogin(401, "SHA-256", "pw203"));
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            watch.stop();
            List<Optional<String>> counts = pbx.requestsSoFar().stream().map(LoginTest::count).toList();
            assertEquals(List.of(Optional.empty(), Optional.of("00000001"), Optional.of("00000002")), counts);
        }
    }

    private static Optional<String> count(SipRequest request) {
        return request.headers().first("Authorization").flatMap(value -> Parameters.after(',', value).get("nc"));
    }

    @Test
    void aNonceThatRanOutIsNoWrongPassword() throws Exception {
        PbxLogin login = new PbxLogin(401, "MD5", "pw203");
        recorded.seeGapIn("gap");
        try (ScriptedPbx pbx = ScriptedPbx.udp().asking(login);
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            for (boolean sayingSo : new boolean[] {true, false}) {
                login.expire(sayingSo);
                pbx.notifies("gap");
                assertEquals(List.of("gap", "state 0"), recorded.next(2));
            }
            watch.assertStillWatching();
        }
    }

    @Test
    void aWrongPasswordIsToldAndNotTriedTwice() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().asking(new PbxLogin(401, "MD5", "another"));
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            assertEquals("127.0.0.1 refuses the password of 203: check [sip] auth_user and password",
                    watch.lost().getMessage());
            assertEquals(2, pbx.requestsSoFar().size());
        }
    }

    @Test
    void noPasswordIsToldAsSuch() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().asking(new PbxLogin(407, "MD5", "another"))) {
            SipSettings settings = new SipSettings(List.of(pbx.uri()), Optional.empty(), "203", "203", new Secret(""),
                    "201", false, Duration.ofSeconds(600), Duration.ofSeconds(30), Optional.empty(),
                    SipSettings.Dial.NO, SipSettings.Event.DIALOG, Optional.empty());
            try (Watch watch = Watch.start(settings, recorded)) {
                assertEquals("127.0.0.1 asks for a password: set [sip] password", watch.lost().getMessage());
            }
        }
    }

    @Test
    void basicIsNeverAnswered() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.tcp().answering(request -> request.answered(401, "Log In")
                .with("WWW-Authenticate", "Basic realm=\"pbx\""));
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            String words = watch.lost().getMessage();
            assertTrue(words.startsWith("127.0.0.1 asks for a log-in other than digest"), words);
            assertFalse(words.contains("pw203"));
            assertEquals(1, pbx.requestsSoFar().size());
        }
    }

    @Test
    void aProxyAndAServerMayBothAsk() throws Exception {
        PbxLogin server = new PbxLogin(401, "SHA-256", "pw203");
        PbxLogin proxy = new PbxLogin(407, "MD5", "pw203");
        try (ScriptedPbx pbx = ScriptedPbx.udp().asking(server)
                .answering(request -> proxy.challenge(request).orElseThrow());
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            SipRequest last = pbx.requestsSoFar().getLast();
            assertTrue(last.headers().first("Authorization").isPresent());
            assertTrue(proxy.challenge(last).isEmpty());
            watch.assertStillWatching();
        }
    }
}
