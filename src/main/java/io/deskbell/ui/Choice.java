package io.deskbell.ui;

import java.util.List;

/** What can be chosen in the window's menu beside what always can. Texts are shown as they are. */
public sealed interface Choice {
    String text();

    /** Words to read, not to choose. */
    record Words(String text) implements Choice {
    }

    record Entry(String text, Runnable onChosen) implements Choice {
    }

    record Checked(String text, boolean checked, Runnable onChosen) implements Choice {
    }

    record Among(String text, List<Choice> choices) implements Choice {
        public Among {
            choices = List.copyOf(choices);
        }
    }
}
