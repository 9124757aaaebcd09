package io.deskbell.desktop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Linux: the desktop's keyring (freedesktop.org Secret Service), by way of {@code secret-tool}. It takes the value from
 * its standard input and gives it on its standard output, never a word more or less.
 */
final class SecretService implements SecretPlace {
    private final Dialogue dialogue;

    SecretService(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    @Override
    public String name() {
        return "the desktop's keyring";
    }

    /** Empty also where there is no keyring: what is stored there cannot be had either way. */
    @Override
    public Optional<String> find(String key) throws InterruptedException {
        try {
            Dialogue.Answer answer = ask("lookup", List.of(), key, "");
            return answer.exit() == 0 ? Optional.of(answer.text()) : Optional.empty();
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(String key, String value) throws IOException, InterruptedException {
        Dialogue.Answer answer;
        try {
            answer = ask("store", List.of("--label=Deskbell: " + key), key, value);
        } catch (IOException noSuchProgram) {
            throw new IOException("secret-tool is not installed (Debian and Ubuntu: libsecret-tools)", noSuchProgram);
        }
        if (answer.exit() != 0) throw new IOException("the desktop has no keyring, or it stayed locked");
    }

    @Override
    public boolean remove(String key) throws InterruptedException {
        try {
            return ask("clear", List.of(), key, "").exit() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private Dialogue.Answer ask(String verb, List<String> options, String key, String said)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("secret-tool", verb));
        command.addAll(options);
        command.addAll(List.of("service", "io.deskbell", "key", key));
        return dialogue.ask(command, said, SecretStore.PATIENCE);
    }
}
