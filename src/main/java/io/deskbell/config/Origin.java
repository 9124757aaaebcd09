package io.deskbell.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one place of the configuration brought: a file, or the policy.
 *
 * @param set keys it gives a value, such as {@code agent.extension}
 * @param locks patterns it keeps later ones from setting, such as {@code inbox.*}
 * @param overruled keys it gives a value that is not used, because an earlier one locked them
 * @param unheeded what is passed over, because no table knows its name or it is no text: of the policy only
 */
public record Origin(String name, boolean exists, List<String> set, List<String> locks, List<String> overruled,
                     List<Problem> unheeded) {
    public Origin {
        set = List.copyOf(set);
        locks = List.copyOf(locks);
        overruled = List.copyOf(overruled);
        unheeded = List.copyOf(unheeded);
    }

    /** Of these files, lowest first, whether or not they exist or can be read, and of the policy where there is one. */
    public static List<Origin> of(List<Path> files, Outside outside) {
        Map<Path, ConfigFile> read = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                if (Files.exists(file)) read.put(file, ConfigFile.read(file));
            } catch (ConfigException unreadable) {
                continue; // Loading says so, with the reason.
            }
        }
        Layers layers = new Layers(List.copyOf(read.values()), outside.policy());
        List<Origin> origins = new ArrayList<>();
        Iterator<Origin> laid = layers.origins().iterator();
        for (Path file : files) {
            origins.add(read.containsKey(file) ? laid.next()
                    : new Origin(file.toString(), Files.exists(file), List.of(), List.of(), List.of(), List.of()));
        }
        laid.forEachRemaining(origins::add);
        return origins;
    }
}
