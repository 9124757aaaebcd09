package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskbell.call.Reason;
import io.deskbell.outbox.Counts;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.SourceStatus;
import io.deskbell.ui.Health.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Telling telling = Look.told("en");
    private final Health health = new Health(telling.words(), telling.moments());

    @Test
    void whenAllIsWellNobodyIsToldToDoAnything() {
        List<Health.Lamp> lamps = health.all(Map.of("sip", new SourceStatus.Watching(Calls.NOW)),
                new CourierStatus.Delivering(), new Counts(0, 0, 0, Optional.empty()));
        assertEquals(List.of(new Health.Lamp(Level.GOOD, "Phone", ""), new Health.Lamp(Level.GOOD, "Agent Inbox", ""),
                new Health.Lamp(Level.GOOD, "Nothing waiting", "")), lamps);
    }

    @Test
    void ofSeveralPhonesTheWorstIsShown() {
        Health.Lamp lamp = health.phone(Map.of("sip", new SourceStatus.Watching(Calls.NOW),
                "intake", new SourceStatus.Lost("the port is taken", Calls.NOW)));
        assertEquals(Level.BAD, lamp.level());
    }

    @Test
    void aLostPhoneSaysSinceWhenAndWhy() {
        Health.Lamp lamp = health.phone(Map.of("sip", new SourceStatus.Lost("no answer\n", Calls.NOW)));
        assertEquals("Calls are not seen since 2:30 PM: no answer. Deskbell keeps trying. If it lasts, tell your IT"
                + " department.", lamp.advice().replace('\u202f', ' '));
    }

    @Test
    void theReasonIsToldInTheLanguageOfTheRest() {
        Telling german = Look.told("de");
        Reason reason = Reason.of(Example.SHUT);
        Health.Lamp lamp = new Health(german.words(), german.moments()).inbox(
                new CourierStatus.Unavailable(reason, Calls.NOW));
        assertEquals("Agent Inbox ist nicht erreichbar seit 14:30: geschlossen. Nichts geht verloren; alles wird"
                + " gesendet, sobald es wieder geht.", lamp.advice());
    }

    @Test
    void everyTroubleComesWithWhatToDo() {
        List<Health.Lamp> lamps = List.of(health.phone(Map.of()),
                health.inbox(new CourierStatus.Unavailable("no network", Calls.NOW)),
                health.inbox(new CourierStatus.Unauthorized("401", Calls.NOW)),
                health.waiting(new Counts(0, 2, 0, Optional.empty())),
                health.waiting(new Counts(1, 0, 1, Optional.of(Reason.words("the disk is full")))));
        lamps.forEach(lamp -> assertFalse(lamp.advice().isEmpty(), lamp.text()));
    }

    @Test
    void whatWasRefusedIsNotCalledNothing() {
        assertEquals("2 messages refused", health.waiting(new Counts(0, 2, 0, Optional.empty())).text());
        assertEquals("1 message waiting · 1 message refused",
                health.waiting(new Counts(1, 1, 0, Optional.empty())).text());
    }

    @Test
    void nobodySaysThatAgentInboxIsWellBeforeItHasAnswered() {
        assertEquals(new Health.Lamp(Level.UNKNOWN, "Agent Inbox: nothing sent yet", ""),
                health.inbox(new CourierStatus.Delivering(false)));
    }

    @Test
    void whatOnlyWaitsNeedsNobody() {
        assertEquals(new Health.Lamp(Level.WAIT, "2 messages waiting", ""),
                health.waiting(new Counts(2, 0, 0, Optional.empty())));
    }

    /** German lies among the tests' resources. */
    private enum Example implements Reason.Kind {
        SHUT;

        @Override
        public String english() {
            return "shut";
        }
    }
}
