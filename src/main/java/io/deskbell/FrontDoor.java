package io.deskbell;

import io.deskbell.desktop.Reply;
import io.deskbell.desktop.Requests;
import java.util.List;
import java.util.function.Supplier;

/** What a later {@code deskbell} may ask of the running one. */
final class FrontDoor implements Requests {
    static final List<String> SHOW = List.of("show");

    static final String EVENT = "event";

    private final String shown;
    private final Runnable show;
    private final EventIntake events;
    private final DialRequests dialling;
    private final Supplier<Standing> standing;

    /**
     * @param shown what a later start is told
     * @param show brings the window to the front; called on any thread
     * @param events takes what a hook tells
     * @param dialling answers what is about telephones
     * @param standing how it stands, for a doctor
     */
    FrontDoor(String shown, Runnable show, EventIntake events, DialRequests dialling,
              Supplier<Standing> standing) {
        this.events = events;
        this.standing = standing;
        this.dialling = dialling;
        this.shown = shown;
        this.show = show;
    }

    @Override
    public Reply answer(List<String> words) {
        if (words.equals(SHOW)) {
            show.run();
            return new Reply(Main.DONE, shown);
        }
        if (words.equals(Standing.ASKED)) return new Reply(Main.DONE, standing.get().text());
        if (!words.isEmpty() && words.getFirst().equals(LogCommand.WORD)) return LogCommand.answer(words);
        if (!words.isEmpty() && words.getFirst().equals(EVENT)) return events.take(words.subList(1, words.size()));
        if (DialRequests.areMeant(words)) return dialling.answer(words);
        return new Reply(Main.WRONG_USAGE, "the running Deskbell cannot do that; is it of another version?");
    }
}
