package io.deskbell.ui;

import io.deskbell.call.Call;

/**
 * A call as the list shows it: words only, nothing to be decided.
 *
 * @param style of its sign: missed, elsewhere, inbound or outbound
 * @param sign the same in words, for screen readers
 * @param number to be shown under the name or in its place, empty when there is none
 * @param copied what "copy number" copies, E.164, empty when there is none
 * @param handed whom it was passed on to, or who passed it on to us, in words; empty when nobody did
 * @param delivery what Agent Inbox knows of it
 * @param trouble more about that: the server's words, or the reason; empty when all is well
 */
record CallRow(Call call, String style, String sign, String title, String number, String copied, String moment,
               String lasted, String handed, Delivered delivered, String delivery, String trouble) {
    /** What became of telling Agent Inbox. */
    enum Delivered { REGISTERED, WAITING, REFUSED, NOT_REGISTERED, NOT_YET }

    boolean canSendAgain() {
        return delivered == Delivered.REFUSED;
    }

    boolean hasNumber() {
        return !copied.isEmpty();
    }

    /** All of it in one breath, for screen readers. */
    String spoken() {
        return String.join(", ", java.util.stream.Stream.of(sign, title, number.equals(title) ? "" : number, moment,
                lasted, handed, delivery, trouble).filter(part -> !part.isEmpty()).toList());
    }
}
