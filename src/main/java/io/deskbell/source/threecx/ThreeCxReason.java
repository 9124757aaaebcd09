package io.deskbell.source.threecx;

import io.deskbell.call.Reason;

/** Why a 3CX is not watched, or does not dial, each with what to do about it; and how far a try has come. */
enum ThreeCxReason implements Reason.Kind {
    UNREACHABLE("{0} takes no connection: check [3cx] url, and that no firewall is in between"),
    NO_SOCKET("check [3cx] url, and that no firewall is in between"),
    CERTIFICATE("the certificate of {0} is not trusted: write the name it was made out for in [3cx] url, or have IT add"
            + " its issuer to this computer"),
    NO_TLS("{0} does not speak TLS: check [3cx] url, its port and whether it begins with https"),
    NO_TOKENS("{0} gives out no tokens ({1}): [3cx] url is wrong, or it is no 3CX of version 20"),
    KEY_REFUSED("3CX refuses the client id or its key: check [3cx] client_id and client_secret against the API client"
            + " at Admin > Integrations > API; a key is shown there once, when it is made"),
    ADDRESS_REFUSED("3CX does not let this computer in (403): have its address allowed where the console's IP addresses"
            + " are restricted"),
    TOKEN_REFUSED("3CX gives a token and then refuses it: check that the API client has Call Control access at Admin >"
            + " Integrations > API"),
    NOT_ALLOWED("3CX does not let this API client see calls (403): tick Call Control access at Admin > Integrations >"
            + " API; have this computer's address allowed; and check the licence, which must be Enterprise or AI for 8"
            + " calls or more"),
    NO_CALL_CONTROL("{0} has no Call Control API ({1}): that needs version 20 and a licence Enterprise or AI for 8"
            + " calls or more; without one see the manual's page on the 3CX Assistant"),
    NO_WEBSOCKET("{0} opens no websocket ({1}): check that no proxy or firewall is in between"),
    NOT_LISTED("extension {0} is not listed at the API client: add it at Admin > Integrations > API, or check"
            + " [3cx] dn"),
    TOO_OFTEN("3CX is asked too often (429) and will be asked again later: with many desks use a relay"),
    UNABLE("3CX cannot answer now ({0}): is it restarting?"),
    HALF("3CX said something that is not whole: is it restarting?"),

    RESOLVED("{0} is at {1}"),
    TOKEN("client id and key are accepted; the token lasts {0} s"),
    WEBSOCKET("the websocket is open"),
    LISTED("extension {0} is listed at the API client"),
    SEES_MANY("this key sees the calls of {0} extensions and can place calls from each: better kept off the desks, at a"
            + " relay, or one API client a department"),

    DEVICES("phones that can dial: {0}"),

    DIAL_REFUSED("3CX does not let this API client dial ({0}): check its Call Control access"),
    NO_DEVICE("3CX knows no such phone: check [3cx] dn and device"),
    NO_PHONE("no phone of the extension is registered: switch it on, or start the 3CX app"),
    NOT_DIALLED("3CX does not dial: {0}");

    private final String english;

    ThreeCxReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
