package io.deskbell.source.sip;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps us registered, for servers that serve nobody else (RFC 3261 §10.2), and to be rung with the phone. */
final class Registration {
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final Account account;
    private final Duration expires;
    private final Conversation conversation;
    private final Asking asking;
    private final Refusals refusals;
    private final SipTime time;
    private final String callId;
    private final String tag;
    private long sent;
    private Optional<Long> refreshAt = Optional.empty();
    private int devices;

    Registration(Account account, Duration expires, Conversation conversation, Asking asking, Refusals refusals,
                 SipTime time, Supplier<String> tokens) {
        this.account = account;
        this.expires = expires;
        this.conversation = conversation;
        this.asking = asking;
        this.refusals = refusals;
        this.time = time;
        this.callId = tokens.get();
        this.tag = tokens.get();
    }

    void register() throws IOException, InterruptedException {
        SipResponse answer = asking.ask(this::draft, expires);
        if (answer.isSuccess() && conversation.isSeenElsewhere()) answer = asking.ask(this::draft, expires);
        if (!answer.isSuccess()) throw refusals.of(answer, "REGISTER");
        devices = answer.headers().list("Contact").size(); // All there are (RFC 3261 §10.3 step 8).
        Duration granted = granted(answer);
        Duration half = Seconds.most(granted.dividedBy(2), SHORTEST);
        refreshAt = Optional.of(time.nanos() + half.toNanos());
    }

    /** How many devices are registered besides this one, as far as the registrar tells. */
    int otherDevices() {
        return Math.max(0, devices - 1);
    }

    Optional<Long> dueAt() {
        return refreshAt;
    }

    void tend() throws IOException, InterruptedException {
        if (refreshAt.filter(due -> time.nanos() - due >= 0).isPresent()) register();
    }

    void end() throws IOException, InterruptedException {
        if (refreshAt.isEmpty()) return;
        refreshAt = Optional.empty();
        asking.ask(this::draft, Duration.ZERO);
    }

    /** Of several contacts the one that ends first counts, which may be another phone's: early is never wrong. */
    private Duration granted(SipResponse answer) {
        return answer.headers().list("Contact").stream().flatMap(contact -> NameAddress.read(contact).stream())
                .flatMap(contact -> contact.parameters().get("expires").flatMap(Seconds::read).stream())
                .reduce(Seconds::least)
                .or(() -> answer.headers().first("Expires").flatMap(Seconds::read)).orElse(expires);
    }

    private SipRequest draft(long seconds) {
        sent++;
        String self = "<" + account.self() + ">";
        Headers headers = Headers.NONE.with("From", self + ";tag=" + tag).with("To", self).with("Call-ID", callId)
                .with("CSeq", sent + " REGISTER").with("Expires", String.valueOf(seconds));
        return new SipRequest("REGISTER", account.registrar(), headers);
    }
}
