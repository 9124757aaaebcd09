package io.deskbell.ui;

import io.deskbell.call.Call;
import io.deskbell.call.Dialable;
import io.deskbell.call.Reason;
import io.deskbell.outbox.CallLog;
import io.deskbell.outbox.Counts;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.Dialer;
import io.deskbell.source.SourceStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the windows ask of the rest of the program. Asked on JavaFX's thread, save {@link #log} and {@link #sendAgain},
 * which may wait for the disk and are asked elsewhere, and {@link #isToBeStill}.
 */
public interface Desk {
    CallLog log();

    Counts counts();

    CourierStatus courier();

    /** Each phone by the name of its source. */
    Map<String, SourceStatus> phones();

    /** Brings up the conversation; returns at once. */
    void openConversation(Call call);

    /** Whether Agent Inbox may have one: it knows customers by their numbers. */
    default boolean hasConversation(Call call) {
        return call.party().outsideNumber().isPresent();
    }

    /** Puts what was refused of the call back; the answer is how many. */
    int sendAgain(String callId) throws IOException;

    /** Whether numbers can be dialled from here. */
    default boolean canDial() {
        return false;
    }

    /** The number in what somebody wrote, or a link says; empty when there is none that can be dialled. */
    default Optional<Dialable> toDial(String written) {
        return Optional.empty();
    }

    /** Opens the window that says what is wrong, where there is one. */
    default Optional<Runnable> diagnosis() {
        return Optional.empty();
    }

    /** Opens the window about the program, where there is one. */
    default Optional<Runnable> about() {
        return Optional.empty();
    }

    /** Ends the program, where that may be asked for here. */
    default Optional<Runnable> quit() {
        return Optional.empty();
    }

    /** Blocks until it is known what came of it; asked on a thread that may wait. */
    default Dialer.Outcome dial(Dialable number, Runnable pickUp) throws InterruptedException {
        return new Dialer.NotSetUp();
    }

    /** Whether customers can be opened in Agent Inbox without a call. */
    default boolean canShowCustomers() {
        return false;
    }

    /** Opens the customer of a call; blocks until it is known why not, or empty; asked on a thread that may wait. */
    default Optional<Reason> showCustomer(Call call) {
        return Optional.empty();
    }

    /** In words for the agent, while something is paused. */
    default Optional<String> pause() {
        return Optional.empty();
    }

    /** What can be done now beside what the window's menu always has. */
    default List<Choice> choices() {
        return List.of();
    }

    /** No sound now: the agent has paused, or does not want to be disturbed. Waits for the desktop's answer. */
    default boolean isToBeStill() {
        return false;
    }

    /** No toast now: something fills the screen, or the agent does not want to be disturbed. */
    default boolean isQuiet() {
        return false;
    }
}
