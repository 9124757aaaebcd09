package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.outbox.Delivery;
import io.deskbell.ui.InboxTrialModel.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTrialModelTest {
    private static final String WARNING = "This makes a conversation in Agent Inbox: a call from"
            + " +44\u00a07700\u00a0900000, a number that nobody has, answered at extension 201 and ended at once. The"
            + " conversation stays there and counts in your reports.";

    private final List<Config> sent = new ArrayList<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final InboxTrialModel trial = new InboxTrialModel(Optional.of(this::send), new Words(Locale.ENGLISH),
            later::add, Runnable::run);
    private Delivery answer = new Delivery.Accepted(Optional.empty());
    private Config config;

    @BeforeEach
    void read() throws ConfigException {
        config = Config.parse("config.ini", SettingsModelTest.SOUND);
    }

    @Test
    void theWarningComesFirstAndNothingIsSentBeforeItIsAnswered() {
        trial.warn(config);
        assertEquals(WARNING, trial.says().get());
        assertEquals(Stage.WARNED, trial.stage().get());
        trial.leave();
        assertEquals(List.of(Stage.OFFERED, ""), List.of(trial.stage().get(), trial.says().get()));
        trial.send();
        assertEquals(0, later.size() + sent.size());
    }

    @Test
    void whatWasWarnedOfIsSentOnce() {
        trial.warn(config);
        trial.send();
        trial.send();
        assertEquals("Sending …", trial.says().get());
        assertEquals(1, later.size());
        later.remove().run();
        assertEquals(List.of(config), sent);
        assertEquals("Agent Inbox took it. The conversation with"
                + " +44\u00a07700\u00a0900000 is there now.", trial.says().get());
        trial.send();
        assertEquals(0, later.size());
    }

    @Test
    void everyAnswerIsSaidInWords() {
        assertEquals("Agent Inbox refuses it: Unknown extension", saidTo(new Delivery.Refused("Unknown extension")));
        assertEquals("Agent Inbox refuses the key. Compare it with the one you were given.",
                saidTo(new Delivery.Unauthorized("401")));
        assertEquals("It did not arrive: api.robinhq.com does not answer in time",
                saidTo(new Delivery.Unavailable("api.robinhq.com does not answer in time", Optional.empty())));
    }

    @Test
    void anAnswerToSomethingThatWasLeftIsNotShown() {
        trial.warn(config);
        trial.send();
        trial.leave();
        later.remove().run();
        assertEquals("", trial.says().get());
    }

    @Test
    void withoutAnAgentInboxToTryThereIsNothingToOffer() {
        assertFalse(new InboxTrialModel(Optional.empty(), new Words(Locale.ENGLISH), later::add, Runnable::run)
                .isPossible());
    }

    private String saidTo(Delivery delivery) {
        answer = delivery;
        trial.warn(config);
        trial.send();
        later.remove().run();
        return trial.says().get();
    }

    private Delivery send(Config with) {
        sent.add(with);
        return answer;
    }
}
