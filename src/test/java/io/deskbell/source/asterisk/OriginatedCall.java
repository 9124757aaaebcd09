package io.deskbell.source.asterisk;

import java.util.Map;

/**
 * A number that the pretended Asterisk is asked to call (action Originate): the phone rings, and the number when it is
 * picked up. Whoever calls holds the lock of the pretended Asterisk.
 */
final class OriginatedCall {
    private static final int NORMAL = 16;

    private final AmiServer server;
    private final Map<String, String> action;
    final PretendChannel phone;

    private OriginatedCall(AmiServer server, Map<String, String> action) {
        this.server = server;
        this.action = action;
        this.phone = server.pbx.originate(action.get("Channel").replaceFirst("^.*/", ""));
    }

    /** The phone rings now. */
    static OriginatedCall begin(AmiServer server, Map<String, String> action) {
        return new OriginatedCall(server, action);
    }

    String number() {
        return action.get("Exten");
    }

    /** The phone is picked up. @return whom it calls: a colleague's phone, or the public network */
    PretendChannel pickUp() {
        server.pbx.originateAnswered(phone);
        respond("Success", "4");
        return number().length() > 5 ? server.pbx.ringOutside(phone, number()) : server.pbx.ring(phone, number());
    }

    /** It has rung long enough. */
    void giveUp() {
        server.pbx.hangUp(phone, NORMAL);
        respond("Failure", "3");
    }

    private void respond(String response, String reason) {
        server.tell("Event: OriginateResponse\nActionID: " + action.get("ActionID") + "\nResponse: " + response
                + "\nReason: " + reason);
    }
}
