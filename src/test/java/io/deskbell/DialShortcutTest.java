package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.desktop.GlobalShortcut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DialShortcutTest {
    private final List<String> happened = new ArrayList<>();
    private final DialShortcut shortcut = new DialShortcut(Keys::new);

    @Test
    void otherKeysAreTakenWhenTheFirstAreGivenBack() {
        shortcut.follow(Optional.of("Ctrl+Alt+D"));
        shortcut.follow(Optional.of("Ctrl+Alt+D"));
        shortcut.follow(Optional.of("Ctrl+Alt+E"));
        shortcut.follow(Optional.empty());
        shortcut.follow(Optional.of("Ctrl+Alt+D"));
        assertEquals(List.of("Ctrl+Alt+D taken", "Ctrl+Alt+D back", "Ctrl+Alt+E taken", "Ctrl+Alt+E back",
                "Ctrl+Alt+D taken"), happened);
    }

    @Test
    void atTheEndTheKeysAreGivenBackAndNoneAreTakenAnyMore() {
        shortcut.follow(Optional.of("F1"));
        shortcut.close();
        shortcut.follow(Optional.of("F2"));
        assertEquals(List.of("F1 taken", "F1 back"), happened);
    }

    private final class Keys implements GlobalShortcut {
        private final String keys;

        Keys(String keys) {
            this.keys = keys;
            happened.add(keys + " taken");
        }

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }

        @Override
        public void close() {
            happened.add(keys + " back");
        }
    }
}
