package io.deskbell.ui;

import io.deskbell.config.ConfigDraft;
import io.deskbell.ui.Setting.Kind;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * From the press of Save until all is in force: the secrets into their store, the rest into the file, then the program
 * is told. One at a time; left before the file is written, nothing is. On the screen's thread only.
 */
final class Saving {
    private final SettingsHost host;
    private final ConfigDraft draft;
    private final SlowWork slow;
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();

    /**
     * Why it was not put in force.
     *
     * @param key of the words that say how far it came
     */
    record Failure(String key, String why) {
    }

    Saving(SettingsHost host, ConfigDraft draft, SlowWork slow) {
        this.host = host;
        this.draft = draft;
        this.slow = slow;
    }

    ReadOnlyBooleanProperty underWay() {
        return underWay.getReadOnlyProperty();
    }

    /**
     * @param sound asked at once, and again when all is known
     * @param onEnd told of the failure, or that there was none
     */
    void begin(List<Setting> settings, BooleanSupplier sound, Runnable onWrong, Consumer<Optional<Failure>> onEnd) {
        if (underWay.get()) return;
        if (!sound.getAsBoolean()) {
            onWrong.run();
            return;
        }
        underWay.set(true);
        slow.whenDone(() -> {
            if (sound.getAsBoolean()) {
                keepSecrets(settings, onEnd);
            } else {
                underWay.set(false);
                onWrong.run();
            }
        });
    }

    private void keepSecrets(List<Setting> settings, Consumer<Optional<Failure>> onEnd) {
        Map<Setting, String> typed = new LinkedHashMap<>();
        settings.stream().filter(this::goesToStore)
                .forEach(setting -> typed.put(setting, setting.value().get().strip()));
        slow.begin(() -> {
            try {
                for (Map.Entry<Setting, String> secret : typed.entrySet()) {
                    host.keepSecret(secret.getKey().name(), secret.getValue());
                }
                return () -> write(typed, settings, onEnd);
            } catch (IOException failed) {
                return () -> end(onEnd, Optional.of(unsaved(failed)));
            }
        });
    }

    private boolean goesToStore(Setting setting) {
        return setting.kind() == Kind.SECRET && !setting.value().get().isBlank() && !setting.isLocked()
                && host.keepsSecrets();
    }

    private void write(Map<Setting, String> kept, List<Setting> settings, Consumer<Optional<Failure>> onEnd) {
        kept.forEach((setting, secret) -> draft.moveToStore(setting.section(), setting.key(), secret));
        try {
            draft.save();
        } catch (IOException failed) {
            end(onEnd, Optional.of(unsaved(failed)));
            return;
        }
        Optional<Boolean> autostart = switchedTo(SettingsModel.AUTOSTART, settings);
        Optional<Boolean> links = switchedTo(SettingsModel.LINKS, settings);
        slow.beginForGood(() -> {
            Optional<Failure> failure = putInForce(autostart, links);
            return () -> end(onEnd, failure);
        });
    }

    /** Empty where it cannot be switched here. */
    private static Optional<Boolean> switchedTo(String name, List<Setting> settings) {
        return settings.stream().filter(setting -> setting.name().equals(name)).findFirst()
                .map(setting -> setting.value().get().equals("yes"));
    }

    private Optional<Failure> putInForce(Optional<Boolean> autostart, Optional<Boolean> links) {
        try {
            if (autostart.isPresent()) host.setAutostart(autostart.get());
            // Only when it changed: a choice made in the system's own settings is not undone by saving something else.
            if (links.isPresent() && links.get() != host.takesLinks()) host.setTakesLinks(links.get());
        } catch (IOException failed) {
            return Optional.of(unsaved(failed));
        }
        try {
            host.saved();
            return Optional.empty();
        } catch (IOException unusable) {
            return Optional.of(new Failure("settings.unused", String.valueOf(unusable.getMessage())));
        }
    }

    private static Failure unsaved(IOException why) {
        return new Failure("settings.unsaved", String.valueOf(why.getMessage()));
    }

    private void end(Consumer<Optional<Failure>> onEnd, Optional<Failure> failure) {
        underWay.set(false);
        onEnd.accept(failure);
    }
}
