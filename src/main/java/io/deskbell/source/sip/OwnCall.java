package io.deskbell.source.sip;

import java.nio.charset.StandardCharsets;
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
    private final Dialog dialog;
    private OptionalInt progress = OptionalInt.empty();
    private boolean hungUp;

    /** @param number to be dialled by the phone */
    OwnCall(Account account, String number, Supplier<String> tokens) {
        this.account = account;
        this.number = number;
        this.dialog = new Dialog(account, tokens);
    }

    String callId() {
        return dialog.callId();
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
        SipRequest bare = dialog.next("INVITE", "\"" + number + "\" ").with("Answer-Mode", "Auto")
                .with("Call-Info", "<sip:" + account.domain() + ">;answer-after=0")
                .with("Alert-Info", "<http://127.0.0.1>;info=alert-autoanswer;delay=0")
                .with("Allow", "INVITE, ACK, CANCEL, BYE, NOTIFY").with("Content-Type", "application/sdp");
        return new SipRequest(bare.method(), bare.uri(), bare.headers(), body.getBytes(StandardCharsets.US_ASCII));
    }

    /** The phone was picked up. */
    void accepted(SipResponse response) {
        dialog.settle(response.tag("To"), response.headers().list("Record-Route").reversed());
        dialog.moveTo(response);
    }

    SipRequest acknowledgement(SipResponse accepted) {
        return dialog.acknowledgement(accepted);
    }

    /** Within the call, or outside of any when there is none. */
    SipRequest refer() {
        String whom = "<sip:" + SipUri.escapedUser(number) + "@" + account.domain() + ">";
        return dialog.next("REFER").with("Refer-To", whom).with("Referred-By", "<" + account.self() + ">");
    }

    SipRequest bye() {
        return dialog.next("BYE");
    }

    boolean isPickedUp() {
        return dialog.isSettled();
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
        return dialog.isNamedIn(request) ? Subscription.Match.NEW : Subscription.Match.FOREIGN;
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
}
