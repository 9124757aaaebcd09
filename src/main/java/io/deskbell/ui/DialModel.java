package io.deskbell.ui;

import io.deskbell.call.Dialable;
import io.deskbell.source.Dialer;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The question whether to call a number, and what becomes of it. A link cannot change a question that is asked already:
 * the agent would answer one and have meant the other. On JavaFX's thread.
 */
final class DialModel {
    /** How far it has come. */
    enum Stage { CLOSED, ASKING, CALLING, DONE, FAILED }

    private final Desk desk;
    private final Dials dials;
    private final CallWords calls;
    private final Words words;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.CLOSED);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
    private Optional<Dialable> number = Optional.empty();
    private int questions;

    DialModel(Desk desk, Dials dials, CallWords calls, Words words) {
        this.desk = desk;
        this.dials = dials;
        this.calls = calls;
        this.words = words;
    }

    static DialModel of(Desk desk, Telling telling, Executor screen) {
        Dials dials = new Dials(desk, new DialWords(telling.words()), Dials.IN_BACKGROUND, screen);
        return new DialModel(desk, dials, telling.calls(), telling.words());
    }

    Dials dials() {
        return dials;
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** "Call 06 12345678?" */
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** What there is to know before, and to follow after. */
    ReadOnlyStringProperty about() {
        return about.getReadOnlyProperty();
    }

    /** Asks about what anybody may have written. */
    void ask(String written) {
        if (isBusy()) return;
        Optional<Dialable> read = desk.toDial(written);
        if (read.isEmpty()) {
            show(Stage.FAILED, words.of("dial.title"), dials.words().noNumber());
        } else {
            ask(read.get());
        }
    }

    void ask(Dialable asked) {
        if (isBusy()) return;
        if (!dials.arePossible()) {
            show(Stage.FAILED, shown(asked), dials.words().of(new Dialer.NotSetUp()));
            return;
        }
        number = Optional.of(asked);
        show(Stage.ASKING, dials.words().question(shown(asked)), asked.emergency() ? words.of("dial.emergency") : "");
    }

    /** At once: the agent chose it where nobody else can choose. An emergency is asked about all the same. */
    void dial(Dialable chosen) {
        ask(chosen);
        if (!chosen.emergency()) call();
    }

    /** The answer is yes. */
    void call() {
        if (stage.get() != Stage.ASKING) return;
        int question = questions;
        number.ifPresent(asked -> {
            show(Stage.CALLING, shown(asked), "");
            dials.dial(asked, said -> {
                if (question == questions) about.set(said);
            }, outcome -> {
                if (question == questions) stage.set(outcome instanceof Dialer.Calling ? Stage.DONE : Stage.FAILED);
            });
        });
    }

    /** The answer is no, or it has been read. A phone that rings already goes on ringing. */
    void close() {
        questions++;
        number = Optional.empty();
        stage.set(Stage.CLOSED);
    }

    private boolean isBusy() {
        return stage.get() == Stage.ASKING || stage.get() == Stage.CALLING;
    }

    private void show(Stage now, String heading, String text) {
        title.set(heading);
        about.set(text);
        stage.set(now);
    }

    private String shown(Dialable asked) {
        String written = calls.number(asked.party());
        return written.isEmpty() ? asked.digits() : written;
    }
}
