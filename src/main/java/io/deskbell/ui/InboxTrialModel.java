package io.deskbell.ui;

import io.deskbell.call.LocalNumbers;
import io.deskbell.config.Config;
import io.deskbell.outbox.Delivery;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The test event: offered, warned of, and sent only when the agent says so twice. What is sent is what was warned of.
 * On the screen's thread only.
 */
final class InboxTrialModel {
    /** An answer may take its time. */
    static final Executor IN_BACKGROUND = work -> Thread.ofVirtual().name("inbox-trial").start(work);

    /** How far it has come. */
    enum Stage { OFFERED, WARNED, SENDING }

    private final Optional<InboxTrial> inbox;
    private final Words words;
    private final Executor background;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.OFFERED);
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
    private Optional<Config> asked = Optional.empty();
    private int trial;

    InboxTrialModel(Optional<InboxTrial> inbox, Words words, Executor background, Executor screen) {
        this.inbox = inbox;
        this.words = words;
        this.background = background;
        this.screen = screen;
    }

    boolean isPossible() {
        return inbox.isPresent();
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** What would happen, what happens, or what came of it; empty when there is nothing to say. */
    ReadOnlyStringProperty says() {
        return says.getReadOnlyProperty();
    }

    /** Says what a test event does. Nothing is sent yet. */
    void warn(Config config) {
        if (stage.get() == Stage.SENDING) return;
        asked = Optional.of(config);
        stage.set(Stage.WARNED);
        says.set(words.of("test.warning", number(config), config.agent().extension()));
    }

    /** Sends it, where the agent has been warned. */
    void send() {
        if (stage.get() != Stage.WARNED || inbox.isEmpty() || asked.isEmpty()) return;
        Config config = asked.get();
        int mine = trial;
        stage.set(Stage.SENDING);
        says.set(words.of("test.sending"));
        background.execute(() -> {
            Delivery delivery = inbox.get().send(config);
            screen.execute(() -> answered(mine, config, delivery));
        });
    }

    /** Nothing more is said of the one that was going on. */
    void leave() {
        trial++;
        asked = Optional.empty();
        stage.set(Stage.OFFERED);
        says.set("");
    }

    private void answered(int which, Config config, Delivery delivery) {
        if (which != trial) return;
        leave();
        says.set(switch (delivery) {
            case Delivery.Accepted accepted -> words.of("test.accepted", number(config));
            case Delivery.Refused refused -> words.of("test.refused", words.why(refused.reason()));
            case Delivery.Unauthorized wrongKey -> words.of("test.unauthorized");
            case Delivery.Unavailable away -> words.of("test.unavailable", words.why(away.reason()));
        });
    }

    /** Never broken over two lines. */
    private static String number(Config config) {
        return new LocalNumbers(config.agent().country()).shown(InboxTrial.CALLER).replace(' ', '\u00a0');
    }
}
