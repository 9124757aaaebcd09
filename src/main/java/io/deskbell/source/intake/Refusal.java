package io.deskbell.source.intake;

import io.deskbell.call.Reason;

/** Why a request is not let in, whatever it tells; the words go with "refused from an address". */
public enum Refusal implements Reason.Kind {
    ADDRESS(0, "it is none of the addresses that may tell of calls: see [intake] allow"),
    CROWD(0, "it holds more connections open than any phone does"),
    FLOOD(429, "more requests at once than the telephones of a company make"),
    TOKEN(404, "what it calls up does not begin with our token: enter what deskbell phones prints"),
    PAGE(403, "it comes from a web page, and those may not tell of calls"),
    HOST(403, "it calls this computer by a name that is not its own: enter the address that deskbell phones prints"),
    METHOD(405, "neither GET nor POST: choose one of them at the phone"),
    ENCRYPTED(400, "it speaks TLS: enter an address that begins with http://, not https://"),
    MALFORMED(400, "no HTTP request that can be read: check what was entered at the phone"),
    NO_LENGTH(411, "it does not say how long its body is: have it send Content-Length"),
    LONG_HEAD(431, "its head is longer than any phone's: shorten the address that was entered"),
    LONG_BODY(413, "its body is longer than any phone's: have it send less"),
    SLOW(408, "it did not come to its end in time: look at the network between");

    private final int status;
    private final String english;

    Refusal(int status, String english) {
        this.status = status;
        this.english = english;
    }

    /** What it is answered with in HTTP; 0 when it is answered with nothing. */
    int status() {
        return status;
    }

    /** Whoever is refused is told no more than that. */
    Answer answer() {
        return new Answer(status, switch (this) {
            case TOKEN -> "not found";
            case FLOOD -> "too many requests";
            default -> "refused";
        });
    }

    @Override
    public String english() {
        return english;
    }
}
