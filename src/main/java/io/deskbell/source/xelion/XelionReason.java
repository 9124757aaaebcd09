package io.deskbell.source.xelion;

import io.deskbell.call.Reason;

/** Why Xelion is not watched, or does not dial: each with what to do about it. Codes are those of its user guide. */
enum XelionReason implements Reason.Kind {
    SERVER("Xelion on {0}"),
    RESOLVED("{0} is {1}"),
    LOGGED_IN("logged in as {0}, Xelion {1}"),
    KNOWN_AS("calls are followed of: {0}"),
    NOT_KNOWN("Xelion does not say what the user is called ({0}): name the phone in [xelion] phone if calls are"
            + " missed"),
    SUBSCRIBED("told of calls as they happen"),
    NUMBERS_TOLD("tells callers' numbers at once"),
    DEVICE_REFUSED("Xelion does not take [xelion] device_number ({0}): write the number of the agent's phone as Xelion"
            + " has it, or leave it out"),
    NUMBERS_LATER("tells callers' numbers from the list of recent calls only ({0}): set [xelion] device_number to the"
            + " number of the agent's phone to have them at once"),

    UNREACHABLE("Xelion on {0} takes no connection: check [xelion] url, and that no firewall is in between"),
    NO_TLS("{0} does not speak TLS: check the port in [xelion] url"),
    DISTRUSTED("the connection to {0} is not secure: set [xelion] certificate to the PEM file of its certificate, or"
            + " have it repaired"),
    NOT_XELION("{0} does not answer as Xelion does ({1}): check [xelion] url and tenant"),
    ELSEWHERE("{0} sends us elsewhere: write the address it really has in [xelion] url"),
    UNABLE("Xelion cannot answer now ({0}): is it restarting?"),
    TOO_OFTEN("Xelion asks us to wait (429), and will be asked again later: look whether other programs ask it much"
            + " in this user's name"),
    NOT_ALLOWED("Xelion refuses this user ({0}): have the supplier allow the API for the user"),

    NO_USER("Xelion wants a user name: check [xelion] user"),
    NO_PASSWORD("Xelion wants a password: store it with: deskbell secret set xelion.password"),
    WRONG_LOGIN("Xelion does not know this user name with this password: check [xelion] user, and store the password"
            + " again with: deskbell secret set xelion.password"),
    SPACE_TAKEN("another computer uses this session: give each computer a [xelion] user_space of its own"),
    SPACE_WRONG("Xelion does not take this session's name: change [xelion] user_space, or leave it out"),
    DISABLED("the user is switched off at Xelion: have the administrator switch it on"),
    PASSWORD_EXPIRED("the password has expired: log in at Xelion's own app, choose a new one, and store it with:"
            + " deskbell secret set xelion.password"),
    VERSION("this Xelion is of a version that does not fit: have the supplier update it, and send a support bundle"),
    SECOND_FACTOR("Xelion wants a second factor, which nobody can give while Deskbell works in the background: have the"
            + " administrator switch it off for this user, or give a user of its own"),
    LOGIN_REFUSED("Xelion refuses the log-in ({0}): ask the supplier, or send a support bundle"),
    LOGIN_LOST("Xelion ends our session as soon as it begins: look whether another program logs in with the same"
            + " [xelion] user_space"),

    ANEW("the session at Xelion ended and was begun anew"),

    NO_SOCKET("check that no firewall or proxy is in between"),
    DEAF("Xelion's notifications stopped coming: is it restarting, or is the network interrupted?"),
    NO_CALLS("Xelion does not say what calls there are ({0}): have the supplier allow the API for the user"),

    NOT_CONNECTED("Xelion is not connected: look at the state of the phone"),
    MAY_NOT_DIAL("Xelion does not let this user dial from the computer: have the administrator give the user the"
            + " capability \"PBX Call Initiation\""),
    NO_DEVICE("Xelion knows no phone of this session to call with: set [xelion] device_number to the number of the"
            + " agent's phone"),
    NO_NUMBER("Xelion does not take this number"),
    NOT_DIALLED("Xelion does not dial ({0}): try the number on the phone itself, and ask the supplier");

    private final String english;

    XelionReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
