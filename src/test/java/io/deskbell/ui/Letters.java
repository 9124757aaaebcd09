package io.deskbell.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/** The letters that go with Alt: what a screen's buttons and fields were given. */
final class Letters {
    /** Of so many things on one screen each can have one, of more those in sight: the alphabet has 26, and words do not
     *  hold all. */
    private static final int ENOUGH_FOR = 14;

    private Letters() {
    }

    /** What is wrong with them, in words. */
    static List<String> faults(Parent root) {
        List<Labeled> given = Mnemonics.give(root);
        List<String> faults = new ArrayList<>();
        Set<String> letters = new HashSet<>();
        for (Labeled said : given) {
            String letter = Mnemonics.letter(said).toLowerCase(Locale.ROOT);
            if (!letters.add(letter)) faults.add("two have it: " + said.getText());
        }
        List<Labeled> without = Walk.of(root).stream().filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .filter(said -> isToBeGiven(said) && !given.contains(said)).toList();
        boolean few = given.size() + without.size() <= ENOUGH_FOR;
        without.stream().filter(said -> few || InView.has(said) || !(said instanceof Label || said instanceof CheckBox))
                .forEach(said -> faults.add("without: " + said.getText()));
        return faults;
    }

    private static boolean isToBeGiven(Labeled said) {
        boolean words = said.getText() != null && said.getText().chars().anyMatch(Character::isLetter);
        boolean leads = said instanceof Label label && label.getLabelFor() != null
                && !label.getLabelFor().isDisabled() && !(label.getLabelFor() instanceof ButtonBase);
        return words && !said.isDisabled() && (said instanceof ButtonBase || leads);
    }
}
