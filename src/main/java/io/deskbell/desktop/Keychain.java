package io.deskbell.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * macOS: the login keychain, by way of {@code security}. Storing goes through its interactive mode, because as an
 * argument the value could be read by others; it is kept as Base64, because the tool prints what is not plain ASCII as
 * digits that could as well be a password.
 */
final class Keychain implements SecretPlace {
    private static final String TOOL = "/usr/bin/security";
    private static final String SERVICE = "io.deskbell";

    private final Dialogue dialogue;

    Keychain(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    @Override
    public String name() {
        return "the login keychain";
    }

    @Override
    public Optional<String> find(String key) throws IOException, InterruptedException {
        List<String> command = List.of(TOOL, "find-generic-password", "-s", SERVICE, "-a", key, "-w");
        Dialogue.Answer answer = dialogue.ask(command, "", SecretStore.PATIENCE);
        if (answer.exit() != 0) return Optional.empty();
        try {
            byte[] value = Base64.getDecoder().decode(answer.text().strip());
            return Optional.of(new String(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            throw new IOException("the keychain's entry " + SERVICE + " was not written by Deskbell; store it again: "
                    + "deskbell secret set " + key);
        }
    }

    @Override
    public void keep(String key, String value) throws IOException, InterruptedException {
        String encoded = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        String said = "add-generic-password -U -s " + SERVICE + " -a " + key + " -l \"Deskbell: " + key + "\" -w "
                + encoded + "\n";
        dialogue.ask(List.of(TOOL, "-i"), said, SecretStore.PATIENCE);
        // The interactive mode ends well whatever its commands did.
        if (!find(key).equals(Optional.of(value))) throw new IOException("the keychain did not take it");
    }

    @Override
    public boolean remove(String key) throws IOException, InterruptedException {
        return dialogue.ask(List.of(TOOL, "delete-generic-password", "-s", SERVICE, "-a", key), "",
                SecretStore.PATIENCE).exit() == 0;
    }
}
