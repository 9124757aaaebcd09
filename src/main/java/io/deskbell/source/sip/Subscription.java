package io.deskbell.source.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The dialog that one SUBSCRIBE makes (RFC 3261 §12, RFC 6665 §4.4.1): tags, sequence numbers, routes, the far address.
 * The first of its NOTIFY and its 2xx to arrive settles the far end; forks that come later are none of ours.
 */
final class Subscription {
    private final Account account;
    private final String callId;
    private final String localTag;
    private Optional<String> remoteTag = Optional.empty();
    private String target;
    private List<String> routes = List.of();
    private long sent;
    private long lastNotified = -1;

    /** What a NOTIFY is to this subscription. */
    enum Match { NEW, REPEATED, LATE, FOREIGN }

    Subscription(Account account, Supplier<String> tokens) {
        this.account = account;
        this.callId = tokens.get();
        this.localTag = tokens.get();
        this.target = account.watched();
    }

    /** The next SUBSCRIBE, complete but for Via, Contact, credentials. */
    SipRequest subscribe(long expires) {
        sent++;
        String to = "<" + account.watched() + ">" + remoteTag.map(tag -> ";tag=" + tag).orElse("");
        Headers headers = Headers.NONE.withAll("Route", routesToGo())
                .with("From", "<" + account.self() + ">;tag=" + localTag).with("To", to)
                .with("Call-ID", callId).with("CSeq", sent + " SUBSCRIBE")
                .with("Event", account.events().token()).with("Accept", account.events().accepted())
                .with("Expires", String.valueOf(expires));
        return new SipRequest("SUBSCRIBE", isStrict() ? uriOf(routes.getFirst()) : target, headers);
    }

    boolean isSettled() {
        return remoteTag.isPresent();
    }

    void accepted(SipResponse response) {
        Optional<String> tag = response.tag("To");
        boolean fork = isSettled() && !remoteTag.equals(tag);
        if (fork) return;
        if (!isSettled()) settle(tag, response.headers().list("Record-Route").reversed());
        moveTo(response);
    }

    /** Looks only; {@link #notified} takes note. */
    Match match(SipRequest notify) {
        Optional<String> from = notify.tag("From");
        boolean ours = notify.callId().equals(callId) && notify.tag("To").filter(localTag::equals).isPresent();
        if (!ours || from.isEmpty() || isSettled() && !remoteTag.equals(from)) return Match.FOREIGN;
        long number = notify.cseq().number();
        if (number == lastNotified) return Match.REPEATED;
        if (number < lastNotified) return Match.LATE;
        return Match.NEW;
    }

    void notified(SipRequest notify) {
        lastNotified = notify.cseq().number();
        if (!isSettled()) settle(notify.tag("From"), notify.headers().list("Record-Route"));
        moveTo(notify);
    }

    private void settle(Optional<String> tag, List<String> recorded) {
        remoteTag = tag;
        routes = List.copyOf(recorded);
    }

    /** Both requests and answers of the far end may move its address (RFC 3261 §12.2). */
    private void moveTo(SipMessage message) {
        message.headers().list("Contact").stream().findFirst().map(Subscription::uriOf)
                .filter(uri -> SipUri.read(uri).isPresent()).ifPresent(uri -> target = uri);
    }

    /** The next hop is a strict router of RFC 2543: it wants to be named in the first line (RFC 3261 §12.2.1.1). */
    private boolean isStrict() {
        if (routes.isEmpty()) return false;
        return SipUri.read(uriOf(routes.getFirst())).filter(uri -> !uri.parameters().has("lr")).isPresent();
    }

    private List<String> routesToGo() {
        if (!isStrict()) return routes;
        List<String> shifted = new ArrayList<>(routes.subList(1, routes.size()));
        shifted.add("<" + target + ">");
        return shifted;
    }

    private static String uriOf(String address) {
        return NameAddress.read(address).map(NameAddress::uri).orElse(address);
    }
}
