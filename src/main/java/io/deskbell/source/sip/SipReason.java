package io.deskbell.source.sip;

import io.deskbell.call.Reason;

/** Why a telephone system's line is not watched, or a number not dialled: each with what to do about it. */
enum SipReason implements Reason.Kind {
    NO_SERVER("there is no server in [sip] server"),
    NOT_IN_DNS("the DNS knows no {0}: check [sip] server"),
    LINE_ENDED("{0} ended the line"),
    ASLEEP("the computer was asleep"),
    NETWORK_CHANGED("the computer's network changed"),
    NO_NETWORK("the computer has no network that leads to the telephone system"),
    NO_NETWORK_TO("the computer has no network that leads to {0}"),
    PLACE("{0} port {1}"),
    UNREACHABLE("{0} cannot be reached over {1} ({2}): check [sip] server, and that no firewall is in between"),
    DISTRUSTED("the certificate of {0} is not trusted ({1}): name its PEM file in [sip] certificate, and the server as"
            + " its certificate does"),
    NO_TLS("{0} does not speak TLS as it should ({1}): check port and transport in [sip] server"),
    NO_WEBSOCKET("{0} opens no websocket for SIP ({1}): check [sip] server, its path too"),
    CLOSED("it was closed by the other end"),
    NO_SIP("what came is no SIP: {0}"),
    FAULT("a fault in the program (see the log)"),
    CONNECTION_LOST("the connection with {0} was lost ({1})"),
    PASSWORD("{0} refuses the password of {1}: check [sip] auth_user and password"),
    NO_PASSWORD("{0} asks for a password: set [sip] password"),
    LOGIN_UNKNOWN("{0} asks for a log-in other than digest with MD5, SHA-256 or SHA-512-256: allow one of these for"
            + " {1}"),
    SILENT("{0} does not answer ({1}): check [sip] server and transport, and that no firewall is in between"),
    NOT_NOTIFIED("{0} accepted the subscription but sends no notification: a router or firewall may be in between;"
            + " transport=tcp or tls in [sip] server often helps"),
    RESTLESS("{0} ends every subscription at once"),
    MAY_NOT_REGISTER("{0} forbids {1} to register: check the account's rights, [sip] user and password"),
    MAY_NOT_WATCH("{0} forbids {1} to watch {2}: check the account's rights, [sip] user and password"),
    USER_UNKNOWN("{0} does not know {1}: check [sip] user and domain"),
    WATCHED_UNKNOWN("{0} does not know {1}: check [sip] watch and domain"),
    TOO_BRIEF("{0} wants a longer time than it names: set [sip] expires to 3600"),
    NO_REGISTRATIONS("{0} takes no registrations: set [sip] register = no"),
    NOT_OFFERED("{0} does not offer {1} for {2}, or choose another [phone] source"),
    DIALOG("dialog events: switch on BLF or dialog-info"),
    PRESENCE("presence: switch it on"),
    REFER("the progress of transfers"),
    ELSEWHERE("{0} says that {1} is elsewhere: check [sip] server"),
    ELSEWHERE_AT("{0} says that {1} is elsewhere ({2}): check [sip] server"),
    NOT_NOW("{0} cannot serve just now ({1})"),
    REFUSED("{0} refuses {1} ({2}): ask who looks after it"),
    NO_LONGER_LET("{0} no longer lets {1} watch {2}: check the account's rights"),
    NO_LONGER_KNOWN("{0} no longer knows {1}: check [sip] watch"),
    ENDED_FOR_NOW("{0} ended the subscription for now"),
    MAY_NOT_RING("{0} does not let {1} call {2}: check the account's rights"),
    NO_PHONE("{0} finds no phone of {1} ({2}): is it switched on and registered?"),
    NO_SUCH_CALL("{0} or the phone of {1} takes no such call ({2}): set [sip] dial = refer or no"),
    NOT_RUNG("{0} refuses to ring {1} ({2})"),
    MAY_NOT_DIAL("the phone of {0} or {1} does not let the computer dial ({2}): allow REFER there, or set [sip] dial ="
            + " call"),
    NOT_TO_BE_TOLD("the phone of {0} cannot be told to dial ({1}): set [sip] dial = call"),
    NO_PHONE_TO_TELL("{0} finds no phone of {1}: is it switched on and registered?"),
    DIAL_REFUSED("the phone of {0} refuses to dial ({1})"),
    NO_SUCH_NUMBER("the number does not exist ({0})"),
    CALL_REFUSED("the telephone system refuses the call ({0})"),
    ONE_ADDRESS("{0} has 1 address"),
    ADDRESSES("{0} has {1} addresses"),
    CONNECTED("{0} over {1}"),
    PASSWORD_ACCEPTED("the password was accepted"),
    REGISTERED("registered as {0}"),
    ALONE("no other device of {0} is registered"),
    ALONG_WITH_ONE("rings along with 1 other device, and never answers"),
    ALONG_WITH("rings along with {0} other devices, and never answers"),
    SUBSCRIBED("the subscription was accepted"),
    WAITS_FOR_PERMISSION("the subscription waits for permission"),
    STATE_RECEIVED("the line's state was received");

    private final String english;

    SipReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }

    Reason of(Object... arguments) {
        return Reason.of(this, arguments);
    }
}
