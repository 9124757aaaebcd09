package io.deskbell.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One of {@code [lock] keys}: a key's full name, or a section's name with {@code .*} for all of its keys. */
record LockPattern(String text) {
    private static final String ALL_OF_IT = ".*";

    /** As written, in any case. */
    static LockPattern of(String written) {
        return new LockPattern(written.strip().toLowerCase(Locale.ROOT));
    }

    boolean locks(String fullName) {
        return text.equals(fullName) || text.endsWith(ALL_OF_IT) && fullName.startsWith(section() + ".");
    }

    /** What is wrong with one that would lock nothing; empty when it locks. */
    Optional<String> fault() {
        List<String> names = Keys.all().stream().map(Key::fullName).toList();
        if (names.stream().anyMatch(this::locks)) return Optional.empty();
        return Optional.of(text + " locks nothing" + (text.endsWith(ALL_OF_IT) ? nearestSection() : nearest(names)));
    }

    private String nearestSection() {
        return Nearest.to(text, Keys.sections().stream().map(section -> section + ALL_OF_IT).toList());
    }

    /** Of all names there are too many for a line: where nothing is near, those of the section. */
    private String nearest(List<String> names) {
        if (Nearest.among(text, names).isPresent()) return Nearest.to(text, names);
        List<String> beside = names.stream().filter(name -> name.startsWith(section() + ".")).toList();
        return beside.isEmpty() ? "; name a key such as inbox.api_key, or inbox.* for all of a section"
                : Nearest.to(text, beside);
    }

    private String section() {
        int dot = text.indexOf('.');
        return dot < 0 ? text : text.substring(0, dot);
    }
}
