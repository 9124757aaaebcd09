package io.deskbell.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files laid over one another: for each key the last file that may set it. Collects what no table knows. */
final class Layers {
    private final Map<String, Written> values = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> locks = new LinkedHashSet<>();
    private final List<Origin> origins = new ArrayList<>();
    private final String lastFile;

    /** A value and the file it came from. */
    record Written(String file, String value) {
    }

    Layers(List<ConfigFile> files) {
        this(files, Policy.NONE);
    }

    /** @param policy over all files and their locks, and locked by itself */
    Layers(List<ConfigFile> files, Policy policy) {
        lastFile = files.isEmpty() ? "config.ini" : files.getLast().name();
        PolicyNames names = PolicyNames.of(policy);
        files.forEach(file -> lay(file, names.heeded()));
        names.heeded().forEach(name ->
                values.put(name, new Written(Outside.POLICY, policy.values().get(name).strip())));
        locks.addAll(names.heeded());
        if (!names.areNone()) origins.add(names.origin());
    }

    /** With another value there, whoever has set or locked it. */
    Layers replacing(String fullName, String value) {
        values.put(fullName, new Written(lastFile, value));
        return this;
    }

    Optional<Written> find(String section, String key) {
        return Optional.ofNullable(values.get(section + "." + key));
    }

    /** Where a missing key should be written. */
    String lastFile() {
        return lastFile;
    }

    /** A section that nobody knows is one, however many keys are in it. */
    List<Problem> problems() {
        return problems.stream().distinct().toList();
    }

    /** What each file brought, lowest first. */
    List<Origin> origins() {
        return List.copyOf(origins);
    }

    private void lay(ConfigFile file, Set<String> ruled) {
        Set<String> lockedHere = new LinkedHashSet<>();
        List<String> set = new ArrayList<>();
        List<String> overruled = new ArrayList<>();
        for (ConfigFile.Entry entry : file.entries()) {
            if (Keys.find(entry.section(), entry.key()).isEmpty()) {
                problems.add(entry.section().isEmpty()
                        ? new Problem(file.name(), "", entry.key(), "", "stands before any [section]")
                        : Keys.unknown(file.name(), entry.section(), entry.key()));
                continue;
            }
            if (isLocked(entry.fullName()) || ruled.contains(entry.fullName())) {
                if (!entry.value().isEmpty()) overruled.add(entry.fullName());
                continue;
            }
            boolean leftEmpty = entry.value().isEmpty() && values.containsKey(entry.fullName());
            if (leftEmpty) continue; // Not set: a copied sample must not blank what IT wrote.
            values.put(entry.fullName(), new Written(file.name(), entry.value()));
            if (!entry.value().isEmpty()) set.add(entry.fullName());
            if (entry.fullName().equals("lock.keys")) {
                lockedHere.addAll(patterns(file.name(), entry.value()));
            }
        }
        locks.addAll(lockedHere);
        origins.add(new Origin(file.name(), true, set, List.copyOf(lockedHere), overruled, List.of()));
    }

    /** A file laid so far keeps later ones from setting it. */
    boolean isLocked(String fullName) {
        return locks.stream().anyMatch(lock -> new LockPattern(lock).locks(fullName));
    }

    /** A slip of the pen would leave open what IT believes to be shut. */
    private List<String> patterns(String file, String written) {
        List<LockPattern> patterns = Arrays.stream(written.split(",")).map(LockPattern::of)
                .filter(pattern -> !pattern.text().isEmpty()).toList();
        patterns.forEach(pattern -> pattern.fault().ifPresent(
                fault -> problems.add(new Problem(file, "lock", "keys", "", fault))));
        return patterns.stream().map(LockPattern::text).toList();
    }
}
