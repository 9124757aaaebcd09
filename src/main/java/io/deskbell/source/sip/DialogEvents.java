package io.deskbell.source.sip;

import io.deskbell.source.PhoneListener;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stays subscribed to the dialogs of one line (RFC 6665, RFC 4235): refreshes in time, subscribes anew when the server
 * let go, and hands the bodies on in order. Not thread safe.
 */
final class DialogEvents implements Conversation.Notifications {
    private static final Logger LOG = LoggerFactory.getLogger(DialogEvents.class);
    private static final int MOST_RENEWALS = 3;
    private static final Duration RENEWALS_COUNTED = Duration.ofSeconds(30);

    private final Account account;
    private final DialogBodies bodies;
    private final PhoneListener listener;
    private final SipSteps steps;
    private final Refusals refusals;
    private final SipTime time;
    private final SipTimers timers;
    private final Tape tape;
    private final Supplier<String> tokens;
    private final Duration expires;
    private final Duration refresh;
    private final Deque<Long> renewals = new ArrayDeque<>();
    private Subscription subscription;
    private Optional<SubscriptionState> ended = Optional.empty();
    private boolean hasBegun;
    private boolean everBegan;
    private boolean isNotified;
    private boolean isShown;
    private boolean isPendingTold;
    private boolean isLeaving;
    private boolean contactCorrected;
    private long askedAt;
    private long refreshAt;
    private long notifiedBy;

    DialogEvents(Account account, Duration expires, Duration refresh, DialogBodies bodies, PhoneListener listener,
                 SipSteps steps, Refusals refusals, Surroundings surroundings) {
        this.account = account;
        this.expires = expires;
        this.refresh = refresh;
        this.bodies = bodies;
        this.listener = listener;
        this.steps = steps;
        this.refusals = refusals;
        this.time = surroundings.time();
        this.timers = surroundings.timers();
        this.tape = surroundings.tape();
        this.tokens = surroundings.tokens();
        this.subscription = new Subscription(account, tokens);
    }

    /** The line was up, if only for a moment. */
    boolean everBegan() {
        return everBegan;
    }

    boolean hasEnded() {
        return ended.isPresent();
    }

    void subscribe(Conversation conversation, Asking asking) throws IOException, InterruptedException {
        subscription = new Subscription(account, tokens);
        ended = Optional.empty();
        hasBegun = false;
        isNotified = false;
        SipResponse answer = ask(asking);
        if (!answer.isSuccess()) throw refusals.of(answer, "SUBSCRIBE");
        accepted(answer, conversation);
        notifiedBy = time.nanos() + timers.patience().toNanos();
    }

    long dueAt() {
        if (hasEnded()) return time.nanos();
        return isNotified ? refreshAt : Conversation.earlier(refreshAt, notifiedBy);
    }

    /** Does what is due. */
    void tend(Conversation conversation, Asking asking) throws IOException, InterruptedException {
        long now = time.nanos();
        if (hasEnded()) {
            if (!ended.get().mayBeRenewedAtOnce()) throw refusals.ended(ended.get());
            renew(conversation, asking);
        } else if (!isNotified && now - notifiedBy >= 0) {
            throw refusals.notNotified();
        } else if (now - refreshAt >= 0) {
            refresh(conversation, asking);
        }
    }

    void unsubscribe(Asking asking) throws IOException, InterruptedException {
        isLeaving = true;
        boolean canBeNamed = subscription.isSettled() && !hasEnded();
        if (canBeNamed) asking.ask(subscription::subscribe, Duration.ZERO);
    }

    /** Whether a last NOTIFY may still come. */
    boolean isExpectingTheLast() {
        return subscription.isSettled() && !hasEnded();
    }

    @Override
    public EventPackage events() {
        return account.events();
    }

    /** What the last NOTIFY said was doubted, and can be told now. */
    void askAgainSoon() {
        refreshAt = Conversation.earlier(refreshAt, time.nanos() + timers.askAgain().toNanos());
    }

    @Override
    public Subscription.Match match(SipRequest request) {
        // Calls are none of a watcher's: its BYE would be somebody else's.
        return request.method().equals("BYE") ? Subscription.Match.FOREIGN : subscription.match(request);
    }

    @Override
    public void taken(SipRequest notify) throws InterruptedException {
        SubscriptionState state = SubscriptionState.of(notify);
        subscription.notified(notify);
        isNotified = true;
        if (state.isTerminated()) {
            ended = Optional.of(state); // Its body shows no calls because it shows nothing any more.
            return;
        }
        if (isLeaving) return;
        begin();
        state.expires().ifPresent(left -> refreshBy(time.nanos(), left));
        if (state.isPending()) {
            notePending();
            return;
        }
        tape.came(SipTranslator.NOTIFY, notify.toTape());
        String type = notify.headers().first("Content-Type").orElse("");
        boolean askAgain = bodies.notified(type, notify.body(), time.now(), listener);
        if (!isShown) steps.reached(SipSteps.Step.FIRST_STATE, SipReason.STATE_RECEIVED.of());
        isShown = true;
        if (askAgain) refreshAt = Conversation.earlier(refreshAt, askedAt + timers.askAgain().toNanos());
    }

    /** Once; the state comes again with every refresh. */
    private void notePending() {
        if (isPendingTold) return;
        isPendingTold = true;
        LOG.warn("The telephone system has yet to allow that {} is watched", account.watched());
        steps.reached(SipSteps.Step.NOT_YET_ALLOWED, SipReason.WAITS_FOR_PERMISSION.of());
    }

    private void refresh(Conversation conversation, Asking asking) throws IOException, InterruptedException {
        SipResponse answer = ask(asking);
        if (answer.isSuccess()) {
            accepted(answer, conversation);
        } else if (answer.status() == 481 || answer.status() == 412) {
            renew(conversation, asking); // A server that was restarted knows nothing of it (RFC 6665 §4.1.2.3).
        } else {
            throw refusals.of(answer, "SUBSCRIBE");
        }
    }

    /** At once, but not without end. */
    private void renew(Conversation conversation, Asking asking) throws IOException, InterruptedException {
        long now = time.nanos();
        renewals.removeIf(at -> now - at > RENEWALS_COUNTED.toNanos());
        if (renewals.size() >= MOST_RENEWALS) throw refusals.restless();
        renewals.add(now);
        subscribe(conversation, asking);
    }

    private SipResponse ask(Asking asking) throws IOException, InterruptedException {
        askedAt = time.nanos();
        refreshAt = askedAt + refresh.toNanos();
        return asking.ask(subscription::subscribe, expires);
    }

    private void accepted(SipResponse answer, Conversation conversation) throws InterruptedException {
        subscription.accepted(answer);
        begin();
        refreshBy(askedAt, answer.headers().first("Expires").flatMap(Seconds::read).orElse(expires));
        if (!conversation.isSeenElsewhere()) return;
        // The first time at once, or notifications go astray; then seldom, for routers that always change.
        refreshAt = contactCorrected ? Conversation.earlier(refreshAt, askedAt + timers.askAgain().toNanos()) : askedAt;
        contactCorrected = true;
    }

    /** A quarter of the time is left for a refresh that has to be sent again. */
    private void refreshBy(long from, Duration granted) {
        Duration safe = Seconds.most(granted.multipliedBy(3).dividedBy(4), timers.askAgain());
        refreshAt = Conversation.earlier(refreshAt, from + safe.toNanos());
    }

    /** Once a subscription, by its 2xx or by a NOTIFY that overtook it (RFC 6665 §4.1.2.4). */
    private void begin() throws InterruptedException {
        if (hasBegun) return;
        hasBegun = true;
        everBegan = true;
        bodies.subscribed();
        tape.lineUp();
        steps.reached(SipSteps.Step.SUBSCRIBED, SipReason.SUBSCRIBED.of());
        listener.watching();
    }
}
