package io.deskbell.config;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the administrator of a Windows domain has set, by full names such as {@code agent.country}.
 *
 * @param values as text; a blank one is as good as none
 * @param unread set as something that is no text: as good as none, and told of
 */
public record Policy(Map<String, String> values, Set<String> unread) {
    public static final Policy NONE = new Policy(Map.of(), Set.of());

    public Policy {
        values = Map.copyOf(values);
        unread = Set.copyOf(unread);
    }

    public boolean isEmpty() {
        return values.isEmpty() && unread.isEmpty();
    }

    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(values.keySet());
        names.addAll(unread);
        return names;
    }
}
