package io.deskbell.inbox;

import io.deskbell.call.Reason;

/** Why Agent Inbox did not take an event, each with what to do about it. */
enum InboxReason implements Reason.Kind {
    NO_REASON("refused with {0}, without a reason"),
    PAGE("a web page answers instead of Agent Inbox: a sign-in page or a proxy stands between, or [inbox] api_url is"
            + " wrong"),
    FORBIDDEN("access is forbidden: ask CM.com whether the key may register calls, or IT whether a proxy forbids it"
            + " ({0})"),
    NO_ADDRESS("there is no such address: check [inbox] api_url ({0})"),
    PROXY_ANSWER("the proxy wants a sign-in: ask IT to let Deskbell through ({0})"),
    LATER("the server wants it again later ({0})"),
    TOO_MANY("too many requests for now ({0})"),
    REDIRECTED("a sign-in page or a proxy stands between, or [inbox] api_url is wrong ({0})"),
    SERVER_FAULT("the server has a fault ({0})"),
    NO_ANSWER_OF_OURS("not an answer of Agent Inbox: check [inbox] api_url ({0})"),
    UNKNOWN_HOST("{0} is not known here: check the network connection and [inbox] api_url"),
    NOT_CONNECTED("{0} cannot be connected to: check the network connection and [inbox] api_url"),
    NO_ROUTE("{0} cannot be reached: check the network connection"),
    UNSAFE("no safe connection to {0}: check this computer's clock, and with IT whether a proxy looks into encrypted"
            + " connections"),
    SILENT("{0} does not answer in time"),
    PROXY("the proxy wants a sign-in: ask IT to let Deskbell through"),
    BROKE_OFF("the connection to {0} broke off");

    private final String english;

    InboxReason(String english) {
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
