package io.deskbell.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a draft draws on besides files: each question is asked once and its answer kept. Nobody waits for one, because
 * a keyring may ask for its password first: what is not answered yet fails, and stands among {@link #questions}. On
 * the draft's thread, except where a question is asked.
 */
final class Remembered {
    private final Map<String, Source<?>> answers = new HashMap<>();
    private final Map<String, String> awaited = new HashMap<>();
    private final List<ConfigDraft.Question> unasked = new ArrayList<>();
    private final Outside asked;

    Remembered(Outside asked) {
        this.asked = asked;
    }

    Outside outside() {
        return new Outside(key -> known("secret " + key, key, () -> asked.secrets().find(key)),
                rule -> known("extension " + rule, "agent.extension_from", () -> asked.extensions().find(rule)),
                asked.policy(), asked.isWindows());
    }

    /** What nobody has asked yet; each is handed out once. */
    List<ConfigDraft.Question> questions() {
        List<ConfigDraft.Question> all = List.copyOf(unasked);
        unasked.clear();
        return all;
    }

    boolean isAwaiting() {
        return !awaited.isEmpty();
    }

    /** @param key such as {@code inbox.api_key}: what is wrong with it is not known yet */
    boolean isAwaiting(String key) {
        return awaited.containsValue(key);
    }

    /** The store has this now. */
    void keep(String key, String secret) {
        answers.put("secret " + key, () -> Optional.of(secret));
    }

    /** Where an answer comes from: from outside, in its time, or from here. */
    @FunctionalInterface
    private interface Source<T> {
        T get() throws IOException;
    }

    @SuppressWarnings("unchecked")
    private <T> T known(String name, String key, Source<T> source) throws IOException {
        if (answers.containsKey(name)) return (T) answers.get(name).get(); // One name has one kind of answer.
        if (awaited.putIfAbsent(name, key) == null) unasked.add(() -> ask(name, source));
        throw new IOException("not answered yet");
    }

    private Runnable ask(String name, Source<?> source) {
        Source<?> answer = answered(source);
        return () -> {
            awaited.remove(name);
            answers.put(name, answer);
        };
    }

    private static <T> Source<T> answered(Source<T> source) {
        try {
            T value = source.get();
            return () -> value;
        } catch (IOException failed) {
            return () -> {
                throw failed;
            };
        }
    }
}
