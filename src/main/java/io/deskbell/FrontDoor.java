package io.deskbell;

import io.deskbell.desktop.Reply;
import io.deskbell.desktop.Requests;
import java.util.List;

/** What a later {@code deskbell} may ask of the running one. */
final class FrontDoor implements Requests {
    static final List<String> SHOW = List.of("show");

    private final String shown;
    private final Runnable show;
    private final DialRequests dialling;

    /**
     * @param shown what a later start is told
     * @param show brings the window to the front; called on any thread
     * @param dialling answers what is about telephones
     */
    FrontDoor(String shown, Runnable show, DialRequests dialling) {
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
        if (!words.isEmpty() && words.getFirst().equals(LogCommand.WORD)) return LogCommand.answer(words);
        if (dialling.areMeant(words)) return dialling.answer(words);
        return new Reply(Main.WRONG_USAGE, "the running Deskbell cannot do that; is it of another version?");
    }
}
