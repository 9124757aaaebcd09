package io.deskbell.source.sip;

import io.deskbell.source.LineLostException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks with one server over one transport: sends requests and waits for their answers, and meanwhile answers requests,
 * keeps the way open and watches the network. All on the thread that calls; it wakes only when something is due.
 */
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final byte[] KEEP_ALIVE = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII); // RFC 5626 §4.4.1.

    /** Whoever a NOTIFY, or the BYE of a call of ours, is for. */
    interface Notifications {
        /** The event package that is notified (RFC 6665 §8.2.1). */
        EventPackage events();

        Subscription.Match match(SipRequest request);

        /** Called once for each new NOTIFY of that package, and a BYE, after its answer has gone out. */
        void taken(SipRequest request) throws InterruptedException;
    }

    private final Transport transport;
    private final InetSocketAddress server;
    private final Mailbox mailbox;
    private final SipTime time;
    private final SipTimers timers;
    private final NetworkWatch network;
    private final OwnAddress own;
    private final RequestDesk desk;
    private final SentAnswers sentAnswers;
    private final String user;
    private final Refusals refusals;
    private final Notifications notifications;
    private Optional<RingingAlong> ringing = Optional.empty();
    private Optional<ClientTransaction> transaction = Optional.empty();
    private Optional<Long> endsAt = Optional.empty();
    private Optional<byte[]> acknowledgement = Optional.empty();
    private String contactSent = "";
    private long keepAliveAt;

    Conversation(Transport transport, InetSocketAddress server, Mailbox mailbox, Surroundings surroundings, String user,
                 Refusals refusals, Notifications notifications) {
        this.transport = transport;
        this.server = server;
        this.mailbox = mailbox;
        this.time = surroundings.time();
        this.timers = surroundings.timers();
        this.network = new NetworkWatch(time, timers.look(), surroundings.localAddress(), server,
                transport.local().getAddress());
        this.own = new OwnAddress(transport.kind(), transport.local(), surroundings.tokens());
        this.desk = new RequestDesk(surroundings.tokens(), notifications.events());
        this.sentAnswers = new SentAnswers(timers.patience());
        this.user = user;
        this.refusals = refusals;
        this.notifications = notifications;
        this.keepAliveAt = time.nanos() + keepAlive();
    }

    /** From now on calls for us ring. */
    void ringAlong(RingingAlong along) {
        ringing = Optional.of(along);
    }

    /** From now on none rings any more. */
    void stopRinging() {
        ringing.ifPresent(along -> send(along.stepOut()));
    }

    /** From now on nothing is waited for longer than this. */
    void endWithin(Duration left) {
        endsAt = Optional.of(time.nanos() + left.toNanos());
    }

    boolean isAtItsEnd() {
        return endsAt.filter(end -> time.nanos() - end >= 0).isPresent();
    }

    /** The server sees us elsewhere than the Contact it was last told says. */
    boolean isSeenElsewhere() {
        return !own.contact(user).equals(contactSent);
    }

    /** @throws LineLostException when no final answer comes in time */
    SipResponse exchange(SipRequest draft) throws IOException, InterruptedException {
        SipRequest request = completed(draft);
        byte[] bytes = request.toBytes();
        LOG.debug("sent {} {}", request.method(), request.uri());
        send(bytes);
        ClientTransaction sent = new ClientTransaction(request, transport.kind().isReliable(), timers, time.nanos());
        transaction = Optional.of(sent);
        while (!sent.isOver(time.nanos()) && !isAtItsEnd()) {
            if (sent.isToBeSentAgain(time.nanos())) send(bytes);
            step(sent.dueAt());
        }
        transaction = Optional.empty();
        SipResponse answer = sent.answer().orElseThrow(() -> refusals.silent(request.method()));
        own.learn(answer);
        return answer;
    }

    /** Handles the next thing that comes, or returns at the given time, or when something else was due. */
    void step(long until) throws IOException, InterruptedException {
        long due = earlier(until, earlier(keepAliveAt, network.dueAt()));
        if (endsAt.isPresent()) due = earlier(due, endsAt.get());
        Optional<Long> ringDue = ringing.flatMap(RingingAlong::dueAt);
        if (ringDue.isPresent()) due = earlier(due, ringDue.get());
        Duration atMost = Duration.ofNanos(Math.max(0, due - time.nanos()));
        Optional<Mailbox.Item> item = mailbox.take(time, atMost);
        if (item.isPresent()) handle(item.get());
        ringing.ifPresent(along -> send(along.tend()));
        long now = time.nanos();
        if (now - network.dueAt() >= 0) network.look();
        if (now - keepAliveAt >= 0) keepAlive(now);
    }

    /** Of two readings of a clock that may be negative. */
    static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }

    /** Its answers are handed to it from now on, and to no other. */
    void open(ClientTransaction invite) {
        transaction = Optional.of(invite);
    }

    /** Of an INVITE that was accepted; sent again as often as that answer comes again (RFC 3261 §13.2.2.4). */
    void acknowledge(SipRequest draft) throws LineLostException {
        byte[] bytes = completed(draft).toBytes();
        transaction = Optional.empty();
        acknowledgement = Optional.of(bytes);
        send(bytes);
    }

    /** With the fields that depend on the way it goes. */
    SipRequest completed(SipRequest draft) {
        contactSent = own.contact(user);
        Headers headers = Headers.NONE.with("Via", own.via()).with("Max-Forwards", "70")
                .with("Contact", contactSent).with("User-Agent", "Deskbell");
        for (Headers.Field field : draft.headers().fields()) {
            headers = headers.with(field.name(), field.value());
        }
        return new SipRequest(draft.method(), draft.uri(), headers, draft.body());
    }

    private void handle(Mailbox.Item item) throws IOException, InterruptedException {
        switch (item) {
            case Mailbox.ConnectionLost lost -> throw refusals.connection(lost.why());
            case Mailbox.Received received -> {
                switch (received.message()) {
                    case SipResponse response -> take(response);
                    case SipRequest request -> answer(request, received.from());
                }
            }
        }
    }

    private void take(SipResponse response) throws LineLostException {
        LOG.debug("got {} to {}", response.startLine(), response.cseq().method());
        transaction.ifPresent(open -> open.received(response));
        boolean again = response.isSuccess() && response.cseq().method().equals("INVITE");
        if (again && acknowledgement.isPresent()) send(acknowledgement.get());
    }

    private void answer(SipRequest request, InetSocketAddress from) throws InterruptedException {
        LOG.debug("got {} from {}", request.method(), from.getHostString());
        if (ringing.filter(along -> along.isFor(request, from)).isPresent()) {
            send(ringing.get().take(request, from));
            return;
        }
        if (request.method().equals("ACK")) return; // Ends an INVITE we refused; never answered (RFC 3261 §17.2.1).
        InetSocketAddress to = RequestDesk.destination(request, from);
        Optional<byte[]> before = sentAnswers.to(request, time.nanos());
        if (before.isPresent()) {
            reply(before.get(), to);
            return;
        }
        boolean isBye = request.method().equals("BYE");
        boolean mayBeOurs = isBye || request.method().equals("NOTIFY");
        Subscription.Match match = mayBeOurs ? notifications.match(request) : Subscription.Match.FOREIGN;
        byte[] bytes = desk.answer(request, match).toBytes();
        sentAnswers.sent(request, bytes, time.nanos());
        reply(bytes, to);
        boolean isNew = mayBeOurs && match == Subscription.Match.NEW
                && (isBye || notifications.events().isMeantBy(request));
        if (isNew) notifications.taken(request);
    }

    private void send(List<RingingAlong.Sending> sendings) {
        sendings.forEach(sending -> reply(sending.bytes(), sending.to()));
    }

    /** An answer that cannot be sent is the asker's loss; a broken connection is told by its reader. */
    private void reply(byte[] bytes, InetSocketAddress to) {
        try {
            transport.send(bytes, to);
        } catch (IOException failed) {
            LOG.debug("An answer could not be sent: {}", failed.getMessage());
        }
    }

    void send(byte[] bytes) throws LineLostException {
        try {
            transport.send(bytes, server);
        } catch (IOException failed) {
            throw refusals.connection(LineLostException.reasonOf(failed));
        }
    }

    private void keepAlive(long now) throws LineLostException {
        send(KEEP_ALIVE);
        keepAliveAt = now + keepAlive();
    }

    private long keepAlive() {
        boolean stream = transport.kind().isReliable();
        return (stream ? timers.keepAliveStream() : timers.keepAliveDatagram()).toNanos();
    }
}
