package io.deskbell.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of the policies that are set are heeded. One that nobody knows, or that is no text, is told of and passed
 * over, where a line of a file would end the start: nobody at the desk can change it, and it may well be for the next
 * version.
 */
record PolicyNames(Set<String> heeded, List<Problem> unheeded) {
    private static final String LOCK = "lock";

    static PolicyNames of(Policy policy) {
        Set<String> heeded = new TreeSet<>();
        List<Problem> unheeded = new ArrayList<>();
        for (String name : policy.names()) {
            int dot = name.indexOf('.');
            String section = name.substring(0, dot);
            String key = name.substring(dot + 1);
            boolean known = Keys.find(section, key).isPresent() && !section.equals(LOCK);
            if (!known) unheeded.add(stranger(section, key));
            else if (policy.unread().contains(name)) unheeded.add(ofAnotherType(section, key));
            boolean set = known && !policy.values().getOrDefault(name, "").isBlank(); // By the user's policy, perhaps.
            if (set) heeded.add(name);
        }
        return new PolicyNames(heeded, unheeded.stream().distinct().toList());
    }

    boolean areNone() {
        return heeded.isEmpty() && unheeded.isEmpty();
    }

    /** As the place of the configuration that it is. */
    Origin origin() {
        return new Origin(Outside.POLICY, true, List.copyOf(heeded), List.of(), List.of(), unheeded);
    }

    /** Its value is not shown: it may be a secret whose name was misspelt. */
    private static Problem stranger(String section, String key) {
        if (section.isEmpty()) {
            return new Problem(Outside.POLICY, "", key, "", "belongs below it, into the key of its section");
        }
        if (section.equals(LOCK)) {
            return new Problem(Outside.POLICY, section, key, "", "of files only; a policy locks what it sets");
        }
        return Keys.unknown(Outside.POLICY, section, key);
    }

    private static Problem ofAnotherType(String section, String key) {
        return new Problem(Outside.POLICY, section, key, "",
                "neither text nor a number: set it as REG_SZ, or a number as REG_DWORD");
    }
}
