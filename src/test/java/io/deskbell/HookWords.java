package io.deskbell;

import java.util.List;
import java.util.Map;

/** For tests of other rooms: what {@code deskbell phones} prints, and how {@code deskbell event} reads its words. */
public final class HookWords {
    private HookWords() {
    }

    /** @param program that the hooks call */
    public static List<String> printed(String make, String program) {
        return PhoneTable.lines(make, "", '"' + program + '"');
    }

    /** @param words behind {@code event} */
    public static Map<String, String> read(List<String> words) {
        return EventIntake.values(words);
    }
}
