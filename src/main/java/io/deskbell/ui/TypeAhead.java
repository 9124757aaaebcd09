package io.deskbell.ui;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyEvent;

/**
 * Letters typed in a closed or open list of choices go to the one that begins so, as in the lists of every other
 * program: JavaFX leaves 250 countries to the arrow keys. One letter again and again goes through all that begin with
 * it. On JavaFX's thread.
 */
final class TypeAhead {
    /** Who pauses longer begins another word. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final InstantSource clock;
    private String typed = "";
    private Instant last = Instant.EPOCH;

    TypeAhead(InstantSource clock) {
        this.clock = clock;
    }

    static <T> void in(ComboBox<T> box) {
        TypeAhead letters = new TypeAhead(InstantSource.system());
        box.addEventFilter(KeyEvent.KEY_TYPED, key -> letters.typed(box, key));
    }

    private <T> void typed(ComboBox<T> box, KeyEvent key) {
        boolean command = key.isAltDown() || key.isControlDown() || key.isMetaDown();
        if (command || key.getCharacter().chars().noneMatch(Character::isLetterOrDigit)) return;
        List<String> labels = box.getItems().stream().map(box.getConverter()::toString).toList();
        next(key.getCharacter(), labels, box.getSelectionModel().getSelectedIndex()).ifPresent(at -> {
            box.getSelectionModel().select(at);
            if (box.getSkin() instanceof ComboBoxListViewSkin<?> skin) show(skin.getPopupContent(), at);
        });
    }

    private static void show(Node list, int at) {
        if (list instanceof ListView<?> view) view.scrollTo(at);
    }

    /** Where the letter leads; empty when no label begins with what has been typed. */
    OptionalInt next(String letter, List<String> labels, int chosen) {
        Instant now = clock.instant();
        boolean goesOn = Duration.between(last, now).compareTo(PAUSE) <= 0;
        typed = plain(goesOn ? typed + letter : letter);
        last = now;
        OptionalInt found = begins(typed, labels, typed.length() == 1 ? chosen + 1 : Math.max(0, chosen));
        boolean sameAgain = typed.chars().distinct().count() == 1;
        return found.isEmpty() && sameAgain ? begins(typed.substring(0, 1), labels, chosen + 1) : found;
    }

    private static OptionalInt begins(String with, List<String> labels, int from) {
        return IntStream.range(0, labels.size()).map(i -> (from + i) % labels.size())
                .filter(i -> plain(labels.get(i)).startsWith(with)).findFirst();
    }

    /** Without accents, blanks and capitals: not every keyboard has them, and the space bar opens the list. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[\\p{M}\\s]", "").toLowerCase(Locale.ROOT);
    }
}
