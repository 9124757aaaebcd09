package io.deskbell.source.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A dialog that a request of ours makes (RFC 3261 §12): tags, sequence numbers, the way to the far end. Settled once,
 * by whichever of the far end's messages comes first. Not thread safe.
 */
final class Dialog {
    private final Account account;
    private final String callId;
    private final String localTag;
    private Optional<String> remoteTag = Optional.empty();
    private String target;
    private List<String> routes = List.of();
    private long sent;

    /** With whatever the account watches. */
    Dialog(Account account, Supplier<String> tokens) {
        this.account = account;
        this.callId = tokens.get();
        this.localTag = tokens.get();
        this.target = account.watched();
    }

    String callId() {
        return callId;
    }

    boolean isSettled() {
        return remoteTag.isPresent();
    }

    /** A request of the far end names us so; which far end it is may be open yet. */
    boolean isNamedIn(SipRequest request) {
        return request.callId().equals(callId) && request.tag("To").filter(localTag::equals).isPresent();
    }

    /** Not of another one that a fork has led to. */
    boolean isWith(Optional<String> tag) {
        return !isSettled() || remoteTag.equals(tag);
    }

    /** @param way the Record-Route fields, nearest to us first */
    void settle(Optional<String> tag, List<String> way) {
        remoteTag = tag;
        routes = List.copyOf(way);
    }

    /** Both requests and answers of the far end may move its address (RFC 3261 §12.2). */
    void moveTo(SipMessage message) {
        message.headers().list("Contact").stream().findFirst().map(Dialog::uriOf)
                .filter(uri -> SipUri.read(uri).isPresent()).ifPresent(uri -> target = uri);
    }

    /** The next request, complete but for Via, Contact, credentials and what its method wants. */
    SipRequest next(String method) {
        return next(method, "");
    }

    /** @param name shown for us */
    SipRequest next(String method, String name) {
        sent++;
        return request(method, sent, name);
    }

    /** RFC 3261 §13.2.2.4: has the number of the INVITE. */
    SipRequest acknowledgement(SipResponse accepted) {
        return request("ACK", accepted.cseq().number(), "");
    }

    private SipRequest request(String method, long number, String name) {
        String to = "<" + account.watched() + ">" + remoteTag.map(tag -> ";tag=" + tag).orElse("");
        Headers headers = Headers.NONE.withAll("Route", routesToGo())
                .with("From", name + "<" + account.self() + ">;tag=" + localTag).with("To", to)
                .with("Call-ID", callId).with("CSeq", number + " " + method);
        return new SipRequest(method, isStrict() ? uriOf(routes.getFirst()) : target, headers);
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
