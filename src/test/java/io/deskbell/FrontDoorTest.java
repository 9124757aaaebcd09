package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.Party;
import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.Reply;
import io.deskbell.dial.Switchboard;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.Waiting;
import io.deskbell.source.simulator.SimulatedPhone;
import io.deskbell.ui.DialWords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrontDoorTest {
    private final List<String> done = new ArrayList<>();
    private final SimulatedPhone phone = new SimulatedPhone(List.of(), Waiting.REAL, Clock.systemUTC(),
            digits -> Party.Unknown.NOBODY);
    private final FrontDoor door = new FrontDoor("Deskbell is already running; shown", () -> done.add("shown"),
            new EventIntake(Optional::empty),
            DialRequests.asking(this::switchboard, new DialWords(Locale.ENGLISH), done::add),
            () -> new Standing(new CourierStatus.Delivering(), List.of()));

    @Test
    void showShows() {
        assertEquals(new Reply(0, "Deskbell is already running; shown"), door.answer(List.of("show")));
        assertEquals(List.of("shown"), done);
    }

    @Test
    void aLinkIsNeverDialledButAskedAbout() {
        assertEquals(new Reply(0, "Deskbell asks on the screen whether to call."),
                door.answer(List.of("link", "tel:+31612345678")));
        assertEquals(List.of("tel:+31612345678"), done);
    }

    @Test
    void withoutAWindowALinkCannotBeAskedAbout() {
        FrontDoor headless = new FrontDoor("", () -> { },
                new EventIntake(Optional::empty),
                DialRequests.withoutWindow(this::switchboard, new DialWords(Locale.ENGLISH)),
                () -> new Standing(new CourierStatus.Delivering(), List.of()));
        assertEquals(1, headless.answer(List.of("link", "tel:+31612345678")).exit());
    }

    @Test
    void whatIsTypedIsDialledAndItsOutcomeIsTheAnswer() {
        assertEquals(new Reply(1, "It could not be dialled: the simulated phone is not switched on yet"),
                door.answer(List.of("dial", "06 12345678")));
        assertEquals(2, door.answer(List.of("dial", "*21*0612345678#")).exit());
        assertEquals(2, door.answer(List.of("dial", "nobody")).exit());
    }

    private Switchboard switchboard() {
        try {
            Config config = Config.parse("test", """
                    [agent]
                    extension = 201
                    [inbox]
                    api_key = k
                    [phone]
                    source = simulator
                    """);
            return Switchboard.of(config, PhoneSources.numberPlan(config.agent()), List.of(phone), Machine.here());
        } catch (ConfigException wrong) {
            throw new AssertionError(wrong);
        }
    }

    @Test
    void whatItDoesNotKnowItDoesNot() {
        for (List<String> words : List.of(List.<String>of(), List.of("SHOW"), List.of("show", "me"), List.of("rm"))) {
            assertEquals(2, door.answer(words).exit());
        }
        assertEquals(List.of(), done);
    }
}
