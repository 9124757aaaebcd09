package io.deskbell.relay;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.deskbell.call.Reason;
import io.deskbell.config.RelaySettings;
import io.deskbell.source.LineLostException;
import io.deskbell.source.Waiting;
import io.deskbell.source.mqtt.BrokerLine;
import io.deskbell.source.mqtt.BrokerLine.Arrival;
import io.deskbell.source.mqtt.RelayStatus;
import io.deskbell.source.mqtt.Topics;
import io.deskbell.source.mqtt.Wire;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what is in the spool to the broker, in its order, and strikes it out when the broker has it. While the broker
 * is away it asks again and again; what was under way is handed over once more then. One thread of its own.
 */
final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    /** A third of what desks wait for a word. */
    static final Duration BEAT = Duration.ofMinutes(1);
    /** For a desk that asks the broker before the next beat. */
    private static final Duration STATUS_KEPT = Duration.ofMinutes(3);
    /** Routes that the broker holds come within this, one after the other. */
    private static final Duration QUIET = Duration.ofMillis(300);
    /** Another relay in full work is never quiet. */
    private static final Duration MOST_QUIET = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration MOST_PAUSE = Duration.ofSeconds(15);
    private static final int MOST_UNDER_WAY = 100;
    private static final Duration ASIDE = Duration.ofMinutes(1);
    /** More refused than this is no matter of single messages. */
    private static final int MOST_ASIDE = 100;

    private final RelaySettings settings;
    private final Spool spool;
    private final Topics topics;
    private final Addressing addressing;
    private final Clock clock;
    private final Waiting waiting;
    private final Thread thread = Thread.ofPlatform().name("relay-postman").daemon().unstarted(this::run);
    private final Map<Long, Integer> underWay = new HashMap<>();
    /** Refused by the broker: number, and when it is tried again (nanoTime). */
    private final Map<Long, Long> aside = new HashMap<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private volatile Optional<BrokerLine> line = Optional.empty();
    private volatile RelayStatus.State state = RelayStatus.State.HERE;
    private volatile String why = "";
    private volatile boolean toBeSaid;
    private volatile boolean more;
    private volatile boolean stopped;
    private Optional<Reason> said = Optional.empty();
    private Duration pause = PAUSE;
    private Optional<Reason> lostWhile = Optional.empty();
    private long sentUpTo;
    private long saidAt;

    /** @param session tells answers of an earlier connection from this one's */
    private record Answer(BrokerLine session, long number, String topic, Optional<Throwable> failure) {
    }

    Postman(RelaySettings settings, Spool spool, Set<io.deskbell.call.Extension> served, Clock clock,
            Waiting waiting) {
        this.settings = settings;
        this.spool = spool;
        this.topics = new Topics(settings.broker().topic());
        this.addressing = new Addressing(settings.name(), topics, served);
        this.clock = clock;
        this.waiting = waiting;
        spool.onMore(() -> {
            more = true;
            nudge();
        });
    }

    void start() {
        thread.start();
    }

    /** How it stands with the telephone system, for the desks. Any thread. */
    void stands(RelayStatus.State now, String reason) {
        state = now;
        why = reason;
        toBeSaid = true;
        nudge();
    }

    /** Tells the desks that this relay goes, if the broker can be told. */
    void stop() throws InterruptedException {
        stopped = true;
        nudge();
        thread.join(Duration.ofSeconds(2));
        thread.interrupt();
    }

    private void nudge() {
        line.ifPresent(BrokerLine::nudge);
    }

    private void run() {
        try {
            while (!stopped && goesOn()) rest();
        } catch (InterruptedException stop) {
            LOG.debug("stopped");
        }
    }

    /** Until told to stop, or until the line is lost: then it is to be asked again after a rest. */
    private boolean goesOn() throws InterruptedException {
        try {
            Optional<Reason> lost = carry();
            lost.ifPresent(this::say);
            return lost.isPresent();
        } catch (RuntimeException surprise) {
            LOG.error("relay: a fault in the program; connecting again", surprise);
            return true;
        }
    }

    private void rest() throws InterruptedException {
        waiting.pause(pause);
        pause = pause.multipliedBy(2).compareTo(MOST_PAUSE) > 0 ? MOST_PAUSE : pause.multipliedBy(2);
    }

    private void say(Reason lost) {
        if (said.filter(lost::equals).isEmpty()) {
            LOG.warn("relay: nothing can be handed to the broker, {} wait on disk: {}", spool.waiting(),
                    lost.english());
        }
        said = Optional.of(lost);
    }

    /** Until told to stop; or why it cannot go on. */
    private Optional<Reason> carry() throws InterruptedException {
        Mqtt5Publish will = status(RelayStatus.State.GONE);
        BrokerLine.Entrance entrance = new BrokerLine.Entrance("relay", "deskbell-relay-" + settings.name(),
                Duration.ZERO, Optional.of(will));
        try (BrokerLine open = BrokerLine.open(settings.broker(), entrance)) {
            begin(open);
            while (!stopped) {
                retry(open);
                fill(open);
                settle(open);
                if (toBeSaid || System.nanoTime() - saidAt >= BEAT.toNanos()) beat(open);
                open.next(BEAT).ifPresent(came -> take(came, open));
                if (lostWhile.isPresent()) return lostWhile;
            }
            open.publishNow(will);
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(LineLostException.reasonOf(failed));
        } finally {
            line = Optional.empty();
        }
    }

    private void begin(BrokerLine open) throws IOException, InterruptedException {
        lostWhile = Optional.empty();
        underWay.clear();
        sentUpTo = 0;
        more = true;
        open.subscribe(topics.allRoutes(), MqttQos.AT_LEAST_ONCE);
        Optional<Arrival> route = open.next(QUIET);
        long enough = System.nanoTime() + MOST_QUIET.toNanos();
        while (route.isPresent() && lostWhile.isEmpty() && System.nanoTime() - enough < 0) {
            take(route.get(), open);
            route = open.next(QUIET);
        }
        if (lostWhile.isEmpty() && route.isPresent()) take(route.get(), open);
        toBeSaid = false;
        saidAt = System.nanoTime();
        open.publishNow(status(state));
        line = Optional.of(open);
        int left = spool.waiting();
        LOG.info("relay: connected to the broker at {}{}", settings.broker().whereabouts(),
                left == 0 ? "" : ", to which " + left + " go now");
        if (left == 0) recovered();
    }

    /** Only what was really taken shows that the broker takes anything. */
    private void recovered() {
        pause = PAUSE;
        said = Optional.empty();
    }

    private void fill(BrokerLine open) throws IOException, InterruptedException {
        while (more && underWay.size() < MOST_UNDER_WAY) {
            more = false; // Before looking: what is added meanwhile is seen the next time.
            List<Spool.Item> items = spool.after(sentUpTo, MOST_UNDER_WAY - underWay.size());
            more |= !items.isEmpty();
            for (Spool.Item item : items) {
                sentUpTo = item.number();
                if (!aside.containsKey(item.number())) send(item, open);
            }
        }
    }

    /** What the broker refused may be taken later; the rest does not wait for it. */
    private void retry(BrokerLine open) throws IOException, InterruptedException {
        long now = System.nanoTime();
        List<Long> due = aside.entrySet().stream().filter(one -> now - one.getValue() >= 0).map(Map.Entry::getKey)
                .sorted().limit(Math.max(0, MOST_UNDER_WAY - underWay.size())).toList();
        for (long number : due) {
            aside.remove(number);
            for (Spool.Item item : spool.after(number - 1, 1)) {
                if (item.number() == number) send(item, open);
            }
        }
    }

    private void send(Spool.Item item, BrokerLine open) {
        List<Mqtt5Publish> posts = posts(item).stream().filter(post -> fits(post, open)).toList();
        if (posts.isEmpty()) spool.remove(item.number());
        else underWay.put(item.number(), posts.size());
        posts.forEach(post -> open.publish(post).whenComplete((result, failure) -> {
            answers.add(new Answer(open, item.number(), post.getTopic().toString(), failure(result, failure)));
            open.nudge();
        }));
    }

    /** None for what a fault makes unreadable: it must not hold up all behind it. */
    private List<Mqtt5Publish> posts(Spool.Item item) {
        try {
            return addressing.posts(item);
        } catch (RuntimeException surprise) {
            LOG.error("relay: a fault in the program; a message is dropped: {}", surprise.getClass().getSimpleName());
            return List.of();
        }
    }

    private static boolean fits(Mqtt5Publish post, BrokerLine open) {
        boolean fits = open.fits(post);
        if (!fits) LOG.error("relay: a message is longer than the broker allows, and is dropped: {} bytes",
                post.getPayloadAsBytes().length);
        return fits;
    }

    private void settle(BrokerLine open) throws IOException {
        for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
            if (answer.session() != open) continue;
            if (answer.failure().isPresent()) failed(answer, open);
            int left = underWay.merge(answer.number(), -1, Integer::sum);
            if (left > 0) continue;
            underWay.remove(answer.number());
            if (aside.containsKey(answer.number())) continue;
            spool.remove(answer.number());
            recovered();
        }
    }

    /** What the broker would never take stands in nobody's way, what it refuses for now neither. */
    private void failed(Answer answer, BrokerLine open) throws LineLostException {
        Throwable failure = answer.failure().orElseThrow();
        boolean never = failure instanceof Mqtt5PubAckException refusal
                && (refusal.getMqttMessage().getReasonCode() == Mqtt5PubAckReasonCode.TOPIC_NAME_INVALID
                || refusal.getMqttMessage().getReasonCode() == Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID);
        boolean alone = failure instanceof Mqtt5PubAckException && aside.size() < MOST_ASIDE;
        if (!never && !alone) throw new LineLostException(open.reason(failure, answer.topic()));
        if (!never) {
            if (aside.isEmpty()) LOG.warn("relay: the broker refuses a message, which is tried again every minute: {}",
                    open.reason(failure, answer.topic()).english());
            aside.put(answer.number(), System.nanoTime() + ASIDE.toNanos());
            return;
        }
        LOG.error("relay: the broker will not take a message, which is dropped: {}",
                open.reason(failure, answer.topic()).english());
    }

    private void take(Arrival came, BrokerLine open) {
        switch (came) {
            case Arrival.Lost lost -> lostWhile = Optional.of(lost.why());
            case Arrival.Nudged look -> LOG.trace("looking around");
            case Arrival.Message message -> {
                // Retained messages of which this is one may be told again; a desk drops the twin.
                addressing.learn(message.text()).forEach(open::publish);
                message.settle();
            }
        }
    }

    private void beat(BrokerLine open) {
        toBeSaid = false;
        saidAt = System.nanoTime();
        open.publish(status(state));
    }

    private Mqtt5Publish status(RelayStatus.State now) {
        boolean lost = now == RelayStatus.State.LOST;
        return Post.retained(topics.status(settings.name()), Wire.bytes(new RelayStatus(settings.name(), now,
                lost ? why : "", clock.instant())), now == RelayStatus.State.GONE ? Routes.LIFE : STATUS_KEPT);
    }

    private static Optional<Throwable> failure(Mqtt5PublishResult result, Throwable thrown) {
        return thrown != null ? Optional.of(thrown) : result.getError();
    }
}
