package io.deskbell.source.sip;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call from us to the agent's own phone, which then is asked to call somebody else (RFC 3515; the call that is taken
 * over, RFC 5589 §6): the requests of it, and what becomes of the asking. Not thread safe.
 */
final class OwnCall implements Conversation.Notifications {
    /** RFC 3420: what is notified is the start of an answer, "SIP/2.0 180 Ringing". */
    private static final Pattern STATUS = Pattern.compile("\\s*SIP/2\\.0 ([1-6][0-9]{2})\\b.*", Pattern.DOTALL);

    private final Account account;
    private final String number;
    private final String callId;
    private final String localTag;
    private Optional<String> remoteTag = Optional.empty();
    private String target;
    private List<String> routes = List.of();
    private long sent;
    private OptionalInt progress = OptionalInt.empty();
    private boolean hungUp;

    /** @param number to be dialled by the phone */
    OwnCall(Account account, String number, Supplier<String> tokens) {
        this.account = account;
        this.number = number;
        this.callId = tokens.get();
        this.localTag = tokens.get();
        this.target = account.watched();
    }

    String callId() {
        return callId;
    }

    /**
     * Silence is offered (RFC 3725 §4: the media is the phone's own affair, later). Phones that may pick up by
     * themselves do so: RFC 5373, and the fields that Snom, Yealink and others heed instead.
     */
    SipRequest invite() {
        String body = """
                v=0
                o=deskbell 1 1 IN IP4 0.0.0.0
                s=dial
                c=IN IP4 0.0.0.0
                t=0 0
                m=audio 9 RTP/AVP 8 0 101
                a=rtpmap:8 PCMA/8000
                a=rtpmap:0 PCMU/8000
                a=rtpmap:101 telephone-event/8000
                a=inactive
                """.replace("\n", "\r\n");
        Headers headers = next("INVITE", "\"" + number + "\" ").with("Answer-Mode", "Auto")
                .with("Call-Info", "<sip:" + account.domain() + ">;answer-after=0")
                .with("Alert-Info", "<http://127.0.0.1>;info=alert-autoanswer;delay=0")
                .with("Allow", "INVITE, ACK, CANCEL, BYE, NOTIFY").with("Content-Type", "application/sdp");
        return new SipRequest("INVITE", target, headers, body.getBytes(StandardCharsets.US_ASCII));
    }

    /** The phone was picked up. */
    void accepted(SipResponse response) {
        remoteTag = response.tag("To");
        routes = List.copyOf(response.headers().list("Record-Route").reversed());
        response.headers().list("Contact").stream().findFirst().flatMap(NameAddress::read).map(NameAddress::uri)
                .filter(uri -> SipUri.read(uri).isPresent()).ifPresent(uri -> target = uri);
    }

    SipRequest acknowledgement(SipResponse accepted) {
        return new SipRequest("ACK", target, fields("").with("CSeq", accepted.cseq().number() + " ACK"));
    }

    /** Within the call, or outside of any when there is none. */
    SipRequest refer() {
        String whom = "<sip:" + SipUri.escapedUser(number) + "@" + account.domain() + ">";
        return new SipRequest("REFER", target, next("REFER", "").with("Refer-To", whom)
                .with("Referred-By", "<" + account.self() + ">"));
    }

    SipRequest bye() {
        return new SipRequest("BYE", target, next("BYE", ""));
    }

    boolean isPickedUp() {
        return remoteTag.isPresent();
    }

    boolean isOver() {
        return hungUp;
    }

    /** The status of the phone's own call as last notified. */
    OptionalInt progress() {
        return progress;
    }

    @Override
    public EventPackage events() {
        return EventPackage.REFER;
    }

    @Override
    public Subscription.Match match(SipRequest request) {
        boolean ours = request.callId().equals(callId) && request.tag("To").filter(localTag::equals).isPresent();
        return ours ? Subscription.Match.NEW : Subscription.Match.FOREIGN;
    }

    @Override
    public void taken(SipRequest request) {
        if (request.method().equals("BYE")) {
            hungUp = true;
            return;
        }
        Matcher status = STATUS.matcher(new String(request.body(), StandardCharsets.UTF_8));
        if (status.matches()) progress = OptionalInt.of(Integer.parseInt(status.group(1)));
    }

    private Headers next(String method, String name) {
        sent++;
        return fields(name).with("CSeq", sent + " " + method);
    }

    private Headers fields(String name) {
        String to = "<" + account.watched() + ">" + remoteTag.map(tag -> ";tag=" + tag).orElse("");
        return Headers.NONE.withAll("Route", routes).with("From", name + "<" + account.self() + ">;tag=" + localTag)
                .with("To", to).with("Call-ID", callId);
    }
}
