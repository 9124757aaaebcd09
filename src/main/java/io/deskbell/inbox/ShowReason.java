package io.deskbell.inbox;

import io.deskbell.call.Reason;

/** Why a customer is not opened in Agent Inbox, each with what to do about it. */
enum ShowReason implements Reason.Kind {
    KEY("Agent Inbox refuses the key or its secret: let IT put the right ones in [inbox] show_customer_key and"
            + " show_customer_secret"),
    FORBIDDEN("the key may not open customers: ask CM.com to allow it, or IT whether a proxy forbids it"),
    NOT_FOUND("Agent Inbox does not know this agent, or cannot open customers: check [agent] email and [inbox]"
            + " api_url"),
    REFUSED("Agent Inbox does not open this customer: {0}"),
    NO_REASON("it gave no reason; check [agent] email ({0})"),
    TOO_MANY("Agent Inbox is asked too often just now: try again in a minute"),
    SERVER_FAULT("Agent Inbox has a fault ({0}): try again later"),
    NO_ANSWER_OF_OURS("not an answer of Agent Inbox: check [inbox] api_url, and whether a proxy stands between ({0})");

    private final String english;

    ShowReason(String english) {
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
