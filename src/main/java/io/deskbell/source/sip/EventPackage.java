package io.deskbell.source.sip;

import io.deskbell.call.Reason;
import io.deskbell.config.SipSettings.Event;
import java.util.Locale;

/** What one subscribes to (RFC 6665 §7.2), and the kinds of body that come of it. */
enum EventPackage {
    DIALOG("application/dialog-info+xml", SipReason.DIALOG),
    PRESENCE("application/pidf+xml, application/pidf-diff+xml;q=0.9, application/xpidf+xml;q=0.5",
            SipReason.PRESENCE),
    /** What a REFER subscribes to by itself (RFC 3515 §2.4.4). */
    REFER("message/sipfrag", SipReason.REFER);

    private final String accepted;
    private final SipReason forPeople;

    EventPackage(String accepted, SipReason forPeople) {
        this.accepted = accepted;
        this.forPeople = forPeople;
    }

    static EventPackage of(Event event) {
        return event == Event.PRESENCE ? PRESENCE : DIALOG;
    }

    /** As it stands in the Event field. */
    String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    String accepted() {
        return accepted;
    }

    Reason forPeople() {
        return forPeople.of();
    }

    /** The package may carry parameters such as call-id (RFC 4235 §4.1) or id (RFC 3515 §2.4.6). */
    boolean isMeantBy(SipRequest notify) {
        String event = notify.headers().first("Event").orElse("");
        return event.split(";", 2)[0].strip().equalsIgnoreCase(token());
    }
}
