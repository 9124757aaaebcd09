package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Behind a router: the server sees us elsewhere than we think we are. */
@Timeout(30)
final class NatTest {
    private final Recorded recorded = new Recorded();

    @Test
    void theAddressTheServerSeesIsTheContactFromThenOn() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(request -> seenElsewhere(request.answered(200, "OK")
                .with("Expires", "600").replacing("To", "<sip:201@pbx.test>;tag=pbx-tag"))
                .with("Contact", "<sip:pbx@127.0.0.1>"));
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("watching");
            pbx.request();
            SipRequest corrected = pbx.request();
            assertEquals(Optional.of("<sip:203@203.0.113.5:40123>"), corrected.headers().first("Contact"));
            assertEquals("2 SUBSCRIBE", corrected.cseq().toString());
            assertEquals("state 0", recorded.next());
            watch.assertStillWatching();
        }
    }

    @Test
    void aChallengeIsEarlyEnoughToLearnFrom() throws Exception {
        PbxLogin login = new PbxLogin(401, "MD5", "pw203");
        try (ScriptedPbx pbx = ScriptedPbx.udp().asking(login)
                .answering(request -> seenElsewhere(login.challenge(request).orElseThrow()));
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            List<SipRequest> requests = pbx.requestsSoFar();
            assertEquals(Optional.of("<sip:203@203.0.113.5:40123>"), requests.get(1).headers().first("Contact"));
            watch.assertStillWatching();
        }
    }

    @Test
    void nonsenseInTheViaIsNotBelieved() throws Exception {
        OwnAddress own = new OwnAddress(TransportKind.UDP,
                new InetSocketAddress(InetAddress.getByName("10.0.0.5"), 5071), () -> "b");
        String before = own.contact("203");
        assertEquals("<sip:203@10.0.0.5:5071>", before);
        for (String said : List.of(";received=evil.example.com", ";received=\"1.2.3.4>\"", ";rport=99999",
                ";rport=x", ";rport", ";received=")) {
            own.learn(answer("SIP/2.0/UDP 10.0.0.5:5071;branch=z9hG4bKb" + said));
            assertEquals(before, own.contact("203"), said);
        }
        own.learn(answer("SIP/2.0/UDP 10.0.0.5:5071;received=2001:db8::7;rport=9"));
        assertEquals("<sip:203@[2001:db8::7]:9>", own.contact("203"));
    }

    @Test
    void theAnswerGoesToTheSenderOrToThePortItListensOn() throws Exception {
        InetSocketAddress from = new InetSocketAddress(InetAddress.getByName("192.0.2.1"), 7777);
        assertEquals(7777, RequestDesk.destination(request("192.0.2.9:5070;rport;branch=b"), from).getPort());
        assertEquals(5070, RequestDesk.destination(request("192.0.2.9:5070;branch=b"), from).getPort());
        assertEquals(5060, RequestDesk.destination(request("192.0.2.9;maddr=192.0.2.66"), from).getPort());
        assertEquals(from.getAddress(), RequestDesk.destination(request("192.0.2.9;maddr=192.0.2.66"), from)
                .getAddress());
        assertEquals(5061, RequestDesk.destination(request("[2001:db8::1]:5061"), from).getPort());
    }

    private static SipResponse seenElsewhere(SipResponse response) {
        String via = response.headers().first("Via").orElseThrow();
        return response.replacing("Via", via.replace(";rport", ";received=203.0.113.5;rport=40123"));
    }

    private static SipRequest request(String sentBy) {
        return new SipRequest("OPTIONS", "sip:x", Headers.NONE.with("Via", "SIP/2.0/UDP " + sentBy));
    }

    private static SipResponse answer(String via) {
        return new SipResponse(200, "OK", Headers.NONE.with("Via", via), new byte[0]);
    }
}
