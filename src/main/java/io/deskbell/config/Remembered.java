package io.deskbell.config;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks each question once and keeps the answer: a keyring and {@code extension_from} start programs, which is too slow
 * for every letter that is typed. What failed is asked again. Not thread safe.
 */
final class Remembered {
    private final Map<String, Object> answers = new HashMap<>();
    private final Outside asked;

    Remembered(Outside asked) {
        this.asked = asked;
    }

    Outside outside() {
        return new Outside(key -> once("secret " + key, () -> asked.secrets().find(key)),
                rule -> once("extension " + rule, () -> asked.extensions().find(rule)), asked.policy(),
                asked.isWindows());
    }

    /** Something else may be the answer now. */
    void forget() {
        answers.clear();
    }

    /** What takes its time. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    @SuppressWarnings("unchecked")
    private <T> T once(String name, Question<T> question) throws IOException {
        if (!answers.containsKey(name)) answers.put(name, question.ask());
        return (T) answers.get(name); // One name has one kind of answer.
    }
}
