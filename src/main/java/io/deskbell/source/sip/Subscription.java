package io.deskbell.source.sip;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The dialog that one SUBSCRIBE makes (RFC 6665 §4.4.1). The first of its NOTIFY and its 2xx to arrive settles the far
 * end; forks that come later are none of ours.
 */
final class Subscription {
    private final Account account;
    private final Dialog dialog;
    private long lastNotified = -1;

    /** What a NOTIFY is to this subscription. */
    enum Match { NEW, REPEATED, LATE, FOREIGN }

    Subscription(Account account, Supplier<String> tokens) {
        this.account = account;
        this.dialog = new Dialog(account, tokens);
    }

    /** The next SUBSCRIBE, complete but for Via, Contact, credentials. */
    SipRequest subscribe(long expires) {
        return dialog.next("SUBSCRIBE").with("Event", account.events().token())
                .with("Accept", account.events().accepted()).with("Expires", String.valueOf(expires));
    }

    boolean isSettled() {
        return dialog.isSettled();
    }

    void accepted(SipResponse response) {
        Optional<String> tag = response.tag("To");
        if (!dialog.isWith(tag)) return;
        if (!isSettled()) dialog.settle(tag, response.headers().list("Record-Route").reversed());
        dialog.moveTo(response);
    }

    /** Looks only; {@link #notified} takes note. */
    Match match(SipRequest notify) {
        Optional<String> from = notify.tag("From");
        if (!dialog.isNamedIn(notify) || from.isEmpty() || !dialog.isWith(from)) return Match.FOREIGN;
        long number = notify.cseq().number();
        if (number == lastNotified) return Match.REPEATED;
        if (number < lastNotified) return Match.LATE;
        return Match.NEW;
    }

    void notified(SipRequest notify) {
        lastNotified = notify.cseq().number();
        if (!isSettled()) dialog.settle(notify.tag("From"), notify.headers().list("Record-Route"));
        dialog.moveTo(notify);
    }
}
