package io.deskbell.source.poll;

import io.deskbell.call.Reason;

/** Why a desk phone cannot be asked for its calls, or does not dial: each with what to do about it. */
enum PollReason implements Reason.Kind {
    NO_ANSWER("what came is no answer of a phone"),
    HALF("the phone's answer is not whole: is it restarting?"),
    WEB_PAGE("the phone answers with a web page: is its API switched on, and are [poll] address and make right?"),
    LOGIN("the phone refuses the log-in: check [poll] user and password"),
    PASSCODE("the phone refuses the log-in: check [poll] user and password, and write [poll] login = session for a"
            + " phone that wants a log-in first"),
    SESSION_LOGIN("the phone refuses the log-in of {0}: check [poll] user and password. It is tried again in {1}"
            + " minutes, because the phone locks itself after a few wrong ones"),
    SESSION_LOCKED("the phone lets {0} not log in for {1} minutes, after too many wrong log-ins: check [poll] user and"
            + " password. It is tried again then"),
    SESSION_USER("the phone does not let {0} log in over the network: allow that in the phone's settings, or name"
            + " another in [poll] user. It is tried again in {1} minutes"),
    SESSION_NOT_ALLOWED("the phone lets {0} log in, but not ask for calls: name another in [poll] user. It is tried"
            + " again in {1} minutes"),
    SESSION_ELSEWHERE("somebody else logs in at the phone as {0} again and again, which ends this computer's session:"
            + " name a user of its own in [poll] user. It is tried again in {1} minutes"),
    NO_SESSION("the phone takes the log-in and gives no session: leave [poll] login out"),
    FORBIDDEN("the phone does not let this computer ask: allow it in the phone's settings, and check [poll]"
            + " password"),
    NO_PAGE("the phone has no such page: check [poll] make, and that its interface is switched on"),
    ELSEWHERE("the phone sends elsewhere: use https:// in [poll] address"),
    UNABLE("the phone cannot answer now ({0}): is it restarting?"),
    FACTORY_PASSWORD("the phone still has the password of the factory and does not answer with it: give it one of its"
            + " own"),
    NOT_TOLD("the phone cannot say what calls there are (status {0})"),
    NO_LINES("the phone does not list its lines"),
    SWITCHED_OFF("the phone at {0} takes no connection: is it switched on?"),
    PHONE("the phone at {0}"),
    NO_TLS("the phone at {0} makes no secure connection: is it old?"),
    ANOTHER_CERTIFICATE("the phone at {0} shows another certificate than [poll] fingerprint names:"
            + " its fingerprint is {1}"),
    UNKNOWN_CERTIFICATE("the certificate of the phone at {0} is not trusted; if the phone itself"
            + " shows this fingerprint,"
            + " write it in the configuration: [poll] fingerprint = {1}"),
    MAY_NOT_DIAL("the phone does not let this computer dial: check [poll] user and password"),
    NOT_DIALLED("the phone refuses to dial");

    private final String english;

    PollReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
