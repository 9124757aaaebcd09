package io.deskbell;

import io.deskbell.call.Call;
import io.deskbell.call.CallListener;
import io.deskbell.call.CallTracker;
import io.deskbell.call.Extension;
import io.deskbell.call.Registrar;
import io.deskbell.call.RegistrationRules;
import io.deskbell.call.TrackerLimits;
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
import io.deskbell.pop.ScreenPop;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.SourceRunner;
import io.deskbell.source.SourceStatus;
import io.deskbell.source.Waiting;
import io.deskbell.ui.tray.PauseSwitch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole program, built by hand: sources report to the monitor, the monitor tells the journal, then the eyes and the
 * pop, and the courier carries what the journal wrote. Started once, stopped once, in reverse.
 */
final class Companion {
    private static final Logger LOG = LoggerFactory.getLogger(Companion.class);

    private final Storage storage;
    private final InboxClient inbox;
    private final ScreenPop pop;
    private final Courier courier;
    private final ErrandThread errands = new ErrandThread("screen-pop");
    private final CallMonitor monitor;
    private final Housekeeping housekeeping;
    private final List<SourceRunner> runners = new ArrayList<>();
    private final String desk;
    private boolean stopped;

    /**
     * What differs between the real thing and the demo.
     *
     * @param eyes hear of each call's event once it is safe
     * @param deliveries hear what Agent Inbox answered
     * @param pause what the agent has paused
     */
    record Parts(List<PhoneSource> sources, Browser browser, List<CallListener> eyes,
                 List<DeliveryListener> deliveries, Clock clock, PauseSwitch pause) {
        Parts(List<PhoneSource> sources, Browser browser, List<CallListener> eyes,
              List<DeliveryListener> deliveries, Clock clock) {
            this(sources, browser, eyes, deliveries, clock, new PauseSwitch());
        }
    }

    /** @throws IOException in words for a person: the data folder cannot be used */
    Companion(Config config, Path data, Parts parts) throws IOException {
        Clock clock = parts.clock();
        desk = config.agent().extension();
        storage = Storage.open(data, clock);
        housekeeping = new Housekeeping(storage, config.keepDays(), clock, Waiting.REAL);
        inbox = new InboxClient(config.inbox(), clock);
        pop = new ScreenPop(config.pop(), config.inbox().referrer(), parts.browser(), errands, clock);

        List<DeliveryListener> deliveries = new ArrayList<>(parts.deliveries());
        deliveries.add((registration, delivery) -> {
            if (delivery instanceof Delivery.Accepted accepted) {
                pop.conversationKnown(registration.callId(), accepted.conversationId());
            }
        });
        courier = new Courier(storage.outbox(), inbox, deliveries, clock, new Random());

        Registrar registrar = new Registrar(rules(config), parts.pause()::stopsRegistration);
        List<CallListener> listeners = new ArrayList<>();
        listeners.add(new Journal(registrar, storage));
        listeners.add(new CallLines(registrar));
        listeners.addAll(parts.eyes());
        listeners.add(event -> {
            if (!parts.pause().stopsPops()) pop.happened(event);
        });
        List<Call> leftOpen = storage.log().openCalls();
        pop.resume(leftOpen);
        monitor = new CallMonitor(phone -> tracker(parts.sources(), phone, leftOpen), listeners, clock);

        for (PhoneSource source : parts.sources()) {
            runners.add(SourceRunner.of(source, monitor.listenerFor(source.name()), clock));
        }
    }

    void start() {
        int waiting = storage.outbox().counts().waiting();
        LOG.info("Deskbell {} for extension {}{}", Version.TEXT, desk, waiting == 0 ? "" : ", " + waiting
                + " events wait for Agent Inbox");
        Thread.ofVirtual().name("warm-up").start(inbox::warmUp);
        monitor.start();
        courier.start();
        runners.forEach(SourceRunner::start);
        housekeeping.start();
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

    /** How it stands with each phone, by the source's name, in the order of the configuration. */
    Map<String, SourceStatus> phones() {
        Map<String, SourceStatus> phones = new LinkedHashMap<>();
        runners.forEach(runner -> phones.put(runner.name(), runner.status()));
        return phones;
    }

    /** Where that source watches: "pbx.example.com" of "201 on pbx.example.com". */
    String whereabouts(String source) {
        return runners.stream().filter(runner -> runner.name().equals(source)).map(SourceRunner::description)
                .map(words -> words.substring(words.indexOf(" on ") < 0 ? 0 : words.indexOf(" on ") + 4))
                .findFirst().orElse(source);
    }

    void openConversation(Call call) {
        pop.open(call);
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
            SourceRunner.stopAll(runners);
            monitor.stop();
            courier.stop();
            housekeeping.stop();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        errands.close();
        inbox.close();
        try {
            storage.close();
        } catch (IOException unclosed) {
            LOG.warn("the database could not be closed in order: {}", unclosed.getMessage());
        }
        LOG.info("stopped");
    }

    /** Calls that an earlier run left open are the first source's: its snapshot says which of them still live. */
    private CallTracker tracker(List<PhoneSource> sources, String phone, List<Call> leftOpen) {
        CallTracker tracker = new CallTracker(new Extension(desk), TrackerLimits.USUAL);
        if (phone.equals(sources.getFirst().name())) tracker.resume(leftOpen);
        return tracker;
    }

    private static RegistrationRules rules(Config config) {
        return new RegistrationRules(PhoneSources.transferRole(config), config.inbox().withheldNumber(),
                config.inbox().referrer(), config.inbox().filterField());
    }
}
