package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of spoilt messages: nothing but a refusal to read may come of them. */
@Timeout(60)
final class HostileInputTest {
    private static final long SEED = Long.getLong("deskbell.seed", 20_260_302L);
    private static final Account ACCOUNT = Account.of(Watch.settings("pbx.test"));
    private static final String HEAD = "Via: SIP/2.0/UDP 192.0.2.1:5080;branch=z9hG4bKa;received=192.0.2.9;rport=7\r\n"
            + "f: \"A \\\" B\" <sip:a@b;x=y>;tag=1\r\nTo: <sip:c@d>;tag=2\r\nCall-ID: x@y\r\n";
    private static final List<String> SOUND = List.of(
            "NOTIFY sip:203@127.0.0.1 SIP/2.0\r\n" + HEAD + "CSeq: 4 NOTIFY\r\nEvent: dialog;call-id=\"z\"\r\n"
                    + "Subscription-State: active;expires=60;reason=x\r\nRecord-Route: <sip:p;lr>, <sip:q>\r\n"
                    + "Contact: <sip:pbx@[::1]:5060>\r\nContent-Length: 4\r\n\r\nbody",
            "SIP/2.0 401 Log In\r\n" + HEAD + "CSeq: 4 SUBSCRIBE\r\nRetry-After: 5\r\nExpires: 60\r\n"
                    + "WWW-Authenticate: Digest realm=\"r, \\\" s\", nonce=\"n\", qop=\"auth,x\", algorithm=MD5\r\n"
                    + "Contact: <sip:x@y>;expires=7\r\nl: 0\r\n\r\n",
            "INVITE sip:203@127.0.0.1;a=b?c=d SIP/2.0\r\n" + HEAD + "CSeq: 1 INVITE\r\n\r\n");

    @Test
    void theParserAndAllThatReadsFieldsOnlyRefuse() throws Exception {
        System.out.println("hostile input: seed " + SEED);
        Mutations mutations = new Mutations(SEED);
        InetSocketAddress from = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = mutations.of(SOUND.get(i % SOUND.size()));
            try {
                use(SipParser.datagram(bytes), from);
                read++;
            } catch (SipParseException refused) {
                assertTrue(!refused.getMessage().isEmpty());
            }
        }
        assertTrue(read > 1_000, "so few were read that nothing was tried: " + read);
    }

    private static void use(SipMessage message, InetSocketAddress from) throws SipParseException {
        Subscription subscription = new Subscription(ACCOUNT, () -> "2");
        Credentials credentials = new Credentials("203", "pw", () -> "cc");
        switch (message) {
            case SipRequest request -> {
                SipResponse answer = new RequestDesk(() -> "t", EventPackage.DIALOG)
                        .answer(request, Subscription.Match.NEW);
                assertTrue(answer.isFinal());
                RequestDesk.destination(request, from);
                new SentAnswers(SipTimers.USUAL.patience()).sent(request, answer.toBytes(), 0);
                SubscriptionState.of(request).mayBeRenewedAtOnce();
                subscription.match(request);
                subscription.notified(request);
            }
            case SipResponse response -> {
                credentials.challenged(response);
                credentials.accepted(response);
                new Refusals("h", "u", "w").of(response, "SUBSCRIBE").pause();
                new OwnAddress(TransportKind.UDP, from, () -> "b").learn(response);
                subscription.accepted(response);
            }
        }
        String next = new String(credentials.addTo(subscription.subscribe(1)).toBytes(), StandardCharsets.ISO_8859_1);
        assertEquals(1, next.split("SUBSCRIBE [^ \r\n]+ SIP/2.0\r\n", -1).length - 1, next);
        SipParser.datagram(next.replaceFirst("\r\n", "\r\nVia: SIP/2.0/UDP h;branch=b\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void framingEndsOrGoesOnButNeverGrows() {
        Mutations mutations = new Mutations(SEED);
        StreamFraming framing = new StreamFraming();
        int ended = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = mutations.of(SOUND.get(i % SOUND.size()));
            try {
                framing.feed(bytes, bytes.length);
            } catch (SipParseException useless) {
                framing = new StreamFraming();
                ended++;
            }
        }
        assertTrue(ended > 0);
    }

    @Test
    void aLiveWatchGoesOnThroughAFlood() throws Exception {
        Recorded recorded = new Recorded();
        Mutations mutations = new Mutations(SEED);
        try (ScriptedPbx pbx = ScriptedPbx.udp(); Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            PbxSubscription subscription = pbx.subscription();
            String ours = new String(subscription.numbered(1, "active;expires=600", "spoilt").toBytes(),
                    StandardCharsets.ISO_8859_1);
            long before = used();
            for (int batch = 0; batch < 100; batch++) {
                for (int i = 0; i < 40; i++) {
                    subscription.send(mutations.of(i % 2 == 0 ? ours : SOUND.get(i % SOUND.size())));
                }
                subscription.send(subscription.numbered(1_000_000_000 + batch, "active", "batch " + batch));
                recorded.upTo("batch " + batch);
            }
            long grown = (used() - before) / 1_048_576;
            assertTrue(grown < 40, "the heap grew by " + grown + " MB");
            watch.assertStillWatching();
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
