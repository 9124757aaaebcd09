package io.deskbell;

import io.deskbell.call.Call;
import io.deskbell.call.CallListener;
import io.deskbell.call.Reason;
import io.deskbell.call.Registrar;
import io.deskbell.config.Config;
import io.deskbell.inbox.InboxClient;
import io.deskbell.outbox.CallLog;
import io.deskbell.outbox.Counts;
import io.deskbell.outbox.Courier;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.outbox.Delivery;
import io.deskbell.outbox.DeliveryListener;
import io.deskbell.outbox.Journal;
import io.deskbell.outbox.Storage;
import io.deskbell.pop.Browser;
import io.deskbell.pop.ErrandThread;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.SourceStatus;
import io.deskbell.source.Waiting;
import io.deskbell.ui.tray.PauseSwitch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole program, built by hand: the watch tells the journal, then the eyes and the pop, and the courier carries
 * what the journal wrote. Started once, stopped once, in reverse; other settings put another watch in the place of the
 * first, while courier and database stay.
 */
final class Companion {
    private static final Logger LOG = LoggerFactory.getLogger(Companion.class);
    /** For all that is waited for, so that closing the database still falls within the two seconds. */
    private static final Duration TO_STOP = Duration.ofMillis(1_200);
    private static final Duration TO_FINISH = Duration.ofSeconds(1);

    private final Parts parts;
    private final Storage storage;
    private final InboxClient inbox;
    private final Enquiries enquiries;
    private final LateFilter filter;
    private final Courier courier;
    private final ErrandThread errands = new ErrandThread("screen-pop");
    private final Watch.Kept kept;
    private final Housekeeping housekeeping;
    private volatile Config config;
    private volatile Watch watch;
    private boolean stopped;

    /**
     * What differs between the real thing and the demo.
     *
     * @param sources and browser are those at the start; {@link #change} brings others
     * @param eyes hear of each call's event once it is safe
     * @param deliveries hear what Agent Inbox answered
     * @param onStatus told, on any thread, when it stands otherwise with a phone or with Agent Inbox; must not wait
     * @param clock the computer's
     * @param callClock what calls go by: another one only where those of another day are played
     * @param pause what the agent has paused
     */
    record Parts(List<PhoneSource> sources, Browser browser, List<CallListener> eyes,
                 List<DeliveryListener> deliveries, Runnable onStatus, Clock clock, Clock callClock,
                 PauseSwitch pause) {
        Parts(List<PhoneSource> sources, Browser browser, List<CallListener> eyes,
              List<DeliveryListener> deliveries, Runnable onStatus, Clock clock, PauseSwitch pause) {
            this(sources, browser, eyes, deliveries, onStatus, clock, clock, pause);
        }

        Parts(List<PhoneSource> sources, Browser browser, List<CallListener> eyes,
              List<DeliveryListener> deliveries, Clock clock) {
            this(sources, browser, eyes, deliveries, () -> { }, clock, new PauseSwitch());
        }
    }

    /** @throws IOException in words for a person: the data folder cannot be used */
    Companion(Config config, Path data, Parts parts) throws IOException {
        this.config = config;
        this.parts = parts;
        storage = Storage.open(data, parts.clock());
        housekeeping = new Housekeeping(storage, config.keepDays(), parts.clock(), Waiting.REAL);
        inbox = new InboxClient(config.inbox(), parts.clock());
        enquiries = new Enquiries(config, parts.clock(), parts.callClock());
        filter = new LateFilter(inbox, enquiries::find, config.inbox());
        List<DeliveryListener> deliveries = new ArrayList<>(parts.deliveries());
        deliveries.add((registration, delivery) -> {
            if (delivery instanceof Delivery.Accepted accepted) {
                watch.pop().conversationKnown(registration.callId(), accepted.conversationId());
            }
        });
        courier = new Courier(storage.outbox(), filter, deliveries, parts.onStatus(), parts.clock(), new Random());
        Registrar registrar = new Registrar(Watch.rules(config), parts.pause()::stopsRegistration);
        kept = new Watch.Kept(data, storage, registrar, new Journal(registrar, storage), errands, enquiries, filter);
        watch = new Watch(config, parts.sources(), parts.browser(), parts, kept);
    }

    synchronized void start() {
        int waiting = storage.outbox().counts().waiting();
        LOG.info("Deskbell {} for extension {}{}", Version.TEXT, config.agent().extension(),
                waiting == 0 ? "" : ", " + waiting + " events wait for Agent Inbox");
        Thread.ofVirtual().name("warm-up").start(inbox::warmUp);
        enquiries.start();
        courier.start();
        watch.start();
        housekeeping.start();
    }

    /**
     * Goes on with other settings. The old watch tells what it has heard before the new one begins, and that one takes
     * up the calls going on as after a restart; what waits for Agent Inbox goes where and with what is set now.
     *
     * @return whether these sources are watched now; where they would see the same, those before go on
     * @throws IOException the call log cannot be read; then nothing is changed
     */
    synchronized boolean change(Config next, List<PhoneSource> sources, Browser browser)
            throws IOException, InterruptedException {
        if (stopped || next.equals(config)) return false;
        boolean sameInbox = next.inbox().equals(config.inbox());
        boolean others = !watch.doesAsWell(next);
        if (others) replaceWatch(next, sources, browser);
        enquiries.change(config, next);
        filter.change(next.inbox());
        config = next;
        housekeeping.keep(next.keepDays());
        if (!sameInbox) {
            inbox.change(next.inbox());
            courier.keyChanged();
        }
        LOG.info("the settings were changed; they hold from now on, for extension {}", next.agent().extension());
        parts.onStatus().run();
        return others;
    }

    CallLog log() {
        return storage.log();
    }

    Counts counts() {
        return storage.outbox().counts();
    }

    CourierStatus courierStatus() {
        return courier.status();
    }

    /** See {@link CallMonitor#settle}; the list of customers is read, and what is to be brought up has been by then. */
    Optional<Instant> settle() throws InterruptedException {
        enquiries.settle();
        Optional<Instant> due = watch.settle();
        errands.settle();
        return due;
    }

    /** How it stands with each phone, by the source's name, in the order of the configuration. */
    Map<String, SourceStatus> phones() {
        return watch.phones();
    }

    /** What a doctor wants to know. */
    Standing standing() {
        return new Standing(courier.status(), watch.lines());
    }

    /** Where that source watches: "pbx.example.com" of "201 on pbx.example.com". */
    Reason whereabouts(String source) {
        return watch.whereabouts(source);
    }

    void openConversation(Call call) {
        watch.pop().open(call);
    }

    /** Puts what was refused of the call back; the answer is how many. */
    int sendAgain(String callId) throws IOException {
        return storage.outbox().sendAgain(callId);
    }

    /** Nothing waits for Agent Inbox any more. */
    boolean isDelivered() {
        return storage.outbox().counts().waiting() == 0;
    }

    /** Says goodbye to the phones, lets what is under way come to its end, closes the database; two seconds at most. */
    synchronized void stop() {
        if (stopped) return;
        stopped = true;
        try {
            TimeBudget time = new TimeBudget(TO_STOP, System::nanoTime);
            watch.stop(time);
            courier.stop(time.atMost(TO_FINISH));
            housekeeping.stop(time.atMost(TO_FINISH));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        errands.close();
        enquiries.close();
        inbox.close();
        try {
            storage.close();
        } catch (IOException unclosed) {
            LOG.warn("the database could not be closed in order: {}", unclosed.getMessage());
        }
        LOG.info("stopped");
    }

    private void replaceWatch(Config next, List<PhoneSource> sources, Browser browser)
            throws IOException, InterruptedException {
        storage.log().openCalls(); // Before anything is stopped: it would not do without.
        watch.stop(new TimeBudget(TO_STOP, System::nanoTime));
        watch = new Watch(next, sources, browser, parts, kept);
        watch.start();
    }
}
