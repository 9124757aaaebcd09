package io.deskbell.source.voipgrid;

import io.deskbell.call.Reason;

/** Why the platform does not tell of calls, or does not dial: each with what to do about it. */
enum VoipgridReason implements Reason.Kind {
    LOGIN("{0} refuses the log-in of {1}: check [voipgrid] user, token and login"),
    FORBIDDEN("{0} does not allow this to {1}: have the user's rights checked at the platform"),
    TOO_OFTEN("{0} wants to be asked less often (429): look whether other programs ask it much in this user's"
            + " name"),
    UNABLE("{0} cannot answer now ({1}): is it being worked on there?"),
    HALF("the answer of {0} is not whole: check [voipgrid] url, and that no proxy is in between"),
    NO_API("{0} has no such interface ({1}): check [voipgrid] url"),
    NOT_CONNECTED("{0} takes no connection: check [voipgrid] url and the network"),
    NOT_SECURE("the certificate of {0} is not trusted: check [voipgrid] url, and what this computer trusts"),
    NO_TLS("{0} does not speak TLS: check [voipgrid] url, its port and whether it begins with https"),
    NOT_WATCHED("the platform cannot be asked at the moment: see why in the window"),
    NOT_NAMED("{0} took the number and named no call"),
    BLOCKED("the platform calls no such number: it is blocked there"),
    NOT_REACHED("the number cannot be reached, or is engaged"),
    NO_LONGER_KNOWN("{0} knows nothing of the call any more"),
    LOGGED_IN("logged in at {0} as {1}"),
    REGISTERED("telephone account {0}: a telephone is registered"),
    NOT_REGISTERED("telephone account {0}: no telephone is registered, so nothing rings when a number is dialled;"
            + " switch the telephone on"),
    NO_ACCOUNT("no telephone account has the internal number {0}: check [agent] extension, or name the account's id in"
            + " [voipgrid] account"),
    ACCOUNTS_HIDDEN("whether the telephone is registered is not known: {0}");

    private final String english;

    VoipgridReason(String english) {
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
