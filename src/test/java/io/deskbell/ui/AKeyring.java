package io.deskbell.ui;

import io.deskbell.config.StoredSecrets;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A keyring that answers when it is told to, as one does that asks the user for its password first. */
final class AKeyring implements StoredSecrets {
    private static final int PATIENCE = 20; // Seconds; nobody waits that long where all is well.

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> left = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

    /** What it says to one question. */
    @FunctionalInterface
    private interface Answer {
        Optional<String> get() throws IOException;
    }

    /** The next key it is asked for, or was. */
    String nextAsked() throws InterruptedException {
        return String.valueOf(asked.poll(PATIENCE, TimeUnit.SECONDS));
    }

    /** The next key that whoever asked for does not wait for any more. */
    String nextLeft() throws InterruptedException {
        return String.valueOf(left.poll(PATIENCE, TimeUnit.SECONDS));
    }

    boolean isAskedForMore() {
        return !asked.isEmpty();
    }

    /** Whoever is still waiting goes on, were it the screen itself. */
    void close() {
        for (int waiting = 0; waiting < PATIENCE; waiting++) hasNothing();
    }

    void has(String secret) {
        answers.add(() -> Optional.of(secret));
    }

    void hasNothing() {
        answers.add(Optional::empty);
    }

    void refuses(String why) {
        answers.add(() -> {
            throw new IOException(why);
        });
    }

    @Override
    public Optional<String> find(String key) throws IOException {
        asked.add(key);
        try {
            return answers.take().get();
        } catch (InterruptedException nobodyWaits) {
            left.add(key);
            throw new IOException("nobody waits any more", nobodyWaits);
        }
    }
}
