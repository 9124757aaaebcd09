package io.deskbell.desktop;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Windows' registry as a map. */
final class RegistryInMemory implements WindowsRegistry {
    final Map<String, String> texts = new HashMap<>();
    /** Values that are neither text nor a number. */
    final Set<String> others = new HashSet<>();
    final Map<String, byte[]> marks = new HashMap<>();

    @Override
    public Optional<String> text(Root root, String key, String name) {
        return Optional.ofNullable(texts.get(root + "\\" + key + "\\" + name));
    }

    @Override
    public List<String> keys(Root root, String key) {
        return below(root, key).filter(path -> path.length > 1).map(path -> path[0]).distinct().toList();
    }

    @Override
    public List<String> names(Root root, String key) {
        return below(root, key).filter(path -> path.length == 1).map(path -> path[0]).toList();
    }

    private Stream<String[]> below(Root root, String key) {
        String start = root + "\\" + key + "\\";
        return Stream.concat(texts.keySet().stream(), others.stream()).filter(path -> path.startsWith(start)).sorted()
                .map(path -> path.substring(start.length()).split("\\\\"));
    }

    @Override
    public Optional<byte[]> bytes(Root root, String key, String name) {
        return Optional.ofNullable(marks.get(key + "\\" + name));
    }

    @Override
    public void write(String key, String name, String value) {
        texts.put(Root.USER + "\\" + key + "\\" + name, value);
    }

    @Override
    public void remove(String key, String name) {
        texts.remove(Root.USER + "\\" + key + "\\" + name);
        marks.remove(key + "\\" + name);
    }
}
