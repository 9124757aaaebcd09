package io.deskbell.ui;

import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/**
 * Underlines a letter of everything that can be pressed or filled in while Alt is held, on Windows and Linux. The
 * letters are chosen when Alt goes down, so that no two are alike whatever a window shows in whatever language; buttons
 * come first, and of a page with more fields than letters those in sight. JavaFX draws the lines; what it would do at
 * the letter leaves boxes and menus as they are. On JavaFX's thread.
 */
final class Mnemonics {
    /** Alt writes letters on macOS, and JavaFX would take them with Cmd. */
    private static final boolean KNOWN_HERE = Machine.here().system() != OperatingSystem.MACOS;
    private static final String PLAIN = Mnemonics.class.getName();
    private static final String MARK = "_";

    /** A key that is held is told of again and again; until one is let go or Alt is seen, this may be any. */
    private KeyCode held = KeyCode.UNDEFINED;
    private boolean ours;

    private Mnemonics() {
    }

    /** The window hears of a key before JavaFX takes it for its scene; once, however often it is filled. */
    static void in(Stage stage) {
        if (!KNOWN_HERE || stage.getProperties().putIfAbsent(PLAIN, true) != null) return;
        Mnemonics letters = new Mnemonics();
        stage.addEventFilter(KeyEvent.KEY_PRESSED, key -> letters.pressed(stage.getScene().getRoot(), key));
        stage.addEventFilter(KeyEvent.KEY_TYPED, letters::typed);
        stage.addEventFilter(KeyEvent.KEY_RELEASED, letters::released);
    }

    /** With Ctrl it would be the key that writes the third sign of a key. */
    private void pressed(Parent root, KeyEvent key) {
        ours = false;
        if (key.getCode() == KeyCode.ALT) {
            held = KeyCode.ALT;
            give(root);
        }
        if (!key.isAltDown() || key.isControlDown() || key.isMetaDown() || !key.getCode().isLetterKey()) return;
        boolean again = held == KeyCode.UNDEFINED || held == key.getCode();
        held = again ? held : key.getCode();
        give(root).stream().filter(said -> key.getCode().getChar().equalsIgnoreCase(letter(said))).findFirst()
                .ifPresent(said -> {
                    if (!again) press(said);
                    give(root); // Alt is held still, and the window may show something else now.
                    ours = true;
                    key.consume(); // Also of a key that is held: JavaFX would press by itself.
                });
    }

    /** JavaFX would now put the focus where the letter stands, wherever the press has brought it. */
    private void typed(KeyEvent key) {
        if (ours) key.consume();
    }

    /** Only the key pressed last is told of again; another's end changes nothing about it. */
    private void released(KeyEvent key) {
        if (held == KeyCode.UNDEFINED || held == key.getCode()) held = KeyCode.ALT;
    }

    private static void press(Labeled said) {
        Node meant = said instanceof Label label ? label.getLabelFor() : said;
        meant.requestFocus();
        InView.bring(meant);
        if (meant instanceof MenuButton menu) menu.show();
        else if (meant instanceof ButtonBase button) button.fire();
    }

    /** What was underlined last. */
    static String letter(Labeled said) {
        int mark = said.getText().indexOf(MARK);
        return said.getText().substring(mark + 1, mark + 2);
    }

    /** Returns those that found a letter of theirs. */
    static List<Labeled> give(Parent root) {
        List<Labeled> all = visible(root).filter(Mnemonics::canHave).map(Labeled.class::cast)
                .sorted(Comparator.comparing(Mnemonics::turn)).toList();
        Map<Labeled, Integer> places = places(all);
        if (places.size() < all.size()) { // A page with more fields than letters: what can be seen of it goes before.
            places = places(all.stream().sorted(Comparator.comparing(Mnemonics::turn)
                    .thenComparing(said -> !InView.has(said))).toList());
        }
        for (Labeled said : all) {
            String plain = plain(said);
            Integer at = places.get(said);
            said.getProperties().put(PLAIN, plain);
            said.setMnemonicParsing(true);
            said.setText(at == null ? plain : plain.substring(0, at) + MARK + plain.substring(at));
        }
        root.layout(); // The skins tell the scene of the letters there.
        return List.copyOf(places.keySet());
    }

    /** Where the letter of each stands in its words, for those who found one before others took it. */
    private static Map<Labeled, Integer> places(List<Labeled> inTurn) {
        Set<Character> taken = new HashSet<>();
        Map<Labeled, Integer> places = new LinkedHashMap<>();
        for (Labeled said : inTurn) place(plain(said), taken).ifPresent(at -> places.put(said, at));
        return places;
    }

    /** What Enter and Esc do first, as these are on every form, then what else can be pressed. */
    private static int turn(Labeled said) {
        if (said instanceof Button button && (button.isDefaultButton() || button.isCancelButton())) return 0;
        return said instanceof Label || said instanceof CheckBox ? 2 : 1;
    }

    /** A label leads to its field; what holds an underscore of its own is left as it is. */
    private static boolean canHave(Node node) {
        boolean pressed = node instanceof ButtonBase button && !button.isDisabled();
        boolean leads = node instanceof Label label && label.getLabelFor() != null
                && !label.getLabelFor().isDisabled() && !(label.getLabelFor() instanceof ButtonBase); // A part of it.
        return (pressed || leads) && node instanceof Labeled said && !said.textProperty().isBound()
                && said.getText() != null && !plain(said).contains(MARK);
    }

    /** Without the mark that it was given when Alt was held before. */
    private static String plain(Labeled said) {
        Object before = said.getProperties().get(PLAIN);
        boolean ours = before instanceof String plain && said.getText().replaceFirst(MARK, "").equals(plain);
        return ours ? (String) before : said.getText();
    }

    /** The beginning of a word before another letter; letters that every keyboard has. */
    private static OptionalInt place(String text, Set<Character> taken) {
        String letters = text.toLowerCase(Locale.ROOT);
        if (letters.length() != text.length()) return OptionalInt.empty();
        IntStream beginnings = IntStream.range(0, letters.length())
                .filter(i -> i == 0 || !Character.isLetterOrDigit(letters.charAt(i - 1)));
        OptionalInt found = IntStream.concat(beginnings, IntStream.range(0, letters.length()))
                .filter(i -> isOnEveryKeyboard(letters.charAt(i)) && !taken.contains(letters.charAt(i))).findFirst();
        found.ifPresent(i -> taken.add(letters.charAt(i)));
        return found;
    }

    private static boolean isOnEveryKeyboard(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static Stream<Node> visible(Node node) {
        if (!node.isVisible()) return Stream.empty();
        Stream<Node> below = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Mnemonics::visible) : Stream.empty();
        return Stream.concat(Stream.of(node), below);
    }
}
