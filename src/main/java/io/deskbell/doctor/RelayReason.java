package io.deskbell.doctor;

import io.deskbell.call.Reason;
import io.deskbell.doctor.Finding.Mark;

/** What is found on the way from a relay to a desk: at the desk, and at the relay. */
enum RelayReason implements Reason.Kind {
    BROKER_LETS_IN(Mark.WELL, "the broker {0} lets user {1} in"),
    RELAY_THERE(Mark.WELL, "the relay {0} is there"),
    NO_ENCRYPTION(Mark.NOTE, "the broker is reached without encryption: names and numbers can be read on the way; use"
            + " mqtts://"),
    MAY_WRITE(Mark.WELL, "user {0} may tell desks and relays under {1}"),
    MAY_NOT_READ_BACK(Mark.BROKEN, "user {0} may not read {1}: two relays cannot know of each other, and after a"
            + " restart this one does not know whom calls concern; give the account that right"),
    TOLD_AT(Mark.WELL, "notifications come in at {0} port {1}: http(s)://THIS.SERVER:{1}/TOKEN/voipgrid"),
    RUNS(Mark.NOTE, "port {0} is taken: by the relay, if it runs now; else choose another [relay] port"),
    PLAIN(Mark.NOTE, "HTTP without encryption: a proxy must speak HTTPS in front of it"),
    EVERYBODY(Mark.NOTE, "whoever knows the token may tell of calls: name your provider's addresses as [relay] allow"),
    CERTIFICATE_UNTIL(Mark.WELL, "the certificate {0} is valid until {1}"),
    CERTIFICATE_SOON(Mark.NOTE, "the certificate {0} is valid until {1}: renew it"),
    CERTIFICATE_OVER(Mark.BROKEN, "the certificate {0} ran out on {1}: renew it"),
    CERTIFICATE_UNUSABLE(Mark.BROKEN, "{0}"),
    WATCHES(Mark.WELL, "{0} is watched for {1} extensions");

    private final Mark mark;
    private final String english;

    RelayReason(Mark mark, String english) {
        this.mark = mark;
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }

    Finding found(String part, Object... arguments) {
        return new Finding(mark, part, Reason.of(this, arguments));
    }
}
