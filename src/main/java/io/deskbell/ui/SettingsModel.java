package io.deskbell.ui;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigDraft;
import io.deskbell.config.ConfigException;
import io.deskbell.config.Problem;
import io.deskbell.ui.Setting.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What an agent may set, judged at every letter by the same rules that read the file. Secrets come in and are never
 * shown again: an empty one leaves what is there. Where the secrets lie is asked aside: see {@link #waiting}. On the
 * screen's thread only.
 */
final class SettingsModel {
    static final String AUTOSTART = "start.autostart";
    static final String LINKS = "start.links";

    private final ConfigDraft draft;
    private final Words words;
    private final SlowWork slow;
    private final List<Setting> settings = new ArrayList<>();
    private final Set<Setting> unwritable = new HashSet<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final Saving saving;

    SettingsModel(SettingsHost host, ConfigDraft draft, Words words, SlowWork slow) {
        this.draft = draft;
        this.words = words;
        this.slow = slow;
        this.saving = new Saving(host, draft, slow);
        add("inbox", "api_key", Kind.SECRET);
        add("agent", "extension", Kind.TEXT);
        add("agent", "country", Kind.CHOICE, Locale.getISOCountries());
        add("agent", "outside_prefix", Kind.TEXT);
        add("phone", "source", Kind.CHOICE, draft.sources().toArray(String[]::new));
        PhoneFields.ALL.forEach(field -> add(field.section(), field.key(), field.kind(), field.options()));
        add("dial", "url", Kind.TEXT);
        add("dial", "shortcut", Kind.TEXT);
        add("pop", "when", Kind.CHOICE, "answered", "ringing", "click", "never");
        add("pop", "mode", Kind.CHOICE, "focus", "open");
        add("lookup", "csv", Kind.TEXT);
        add("lookup", "url", Kind.TEXT);
        add("lookup", "token", Kind.SECRET);
        add("inbox", "filter_field", Kind.TEXT);
        add("inbox", "show_customer", Kind.SWITCH);
        add("agent", "email", Kind.TEXT);
        add("inbox", "show_customer_secret", Kind.SECRET);
        add("ui", "toast", Kind.SWITCH);
        add("ui", "sound", Kind.SWITCH);
        if (host.canAutostart()) {
            watch(new Setting("start", "autostart", Kind.SWITCH, List.of(), host.autostarts() ? "yes" : "no", false));
        }
        if (host.canTakeLinks()) {
            watch(new Setting("start", "links", Kind.SWITCH, List.of(), host.takesLinks() ? "yes" : "no", false));
        }
        judge();
    }

    List<Setting> settings() {
        return List.copyOf(settings);
    }

    Setting find(String name) {
        return settings.stream().filter(setting -> setting.name().equals(name)).findFirst().orElseThrow();
    }

    /** What is wrong beside the settings shown here; empty when nothing is. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    boolean isSound() {
        return settings.stream().noneMatch(Setting::isWrong) && trouble.get().isEmpty();
    }

    /** Why it cannot be saved, in words for wherever its field is not in sight; empty when nothing is wrong. */
    String inTheWay() {
        return settings.stream().filter(Setting::isWrong).findFirst()
                .map(setting -> words.of("setting." + setting.name()) + ": " + wrong(setting)).orElse(trouble.get());
    }

    /** Whether something outside is being asked, such as a keyring that may ask for its password. */
    ReadOnlyBooleanProperty waiting() {
        return slow.underWay();
    }

    /** From the press of the button until all is in force, or the reason why not is told: nothing may be typed. */
    ReadOnlyBooleanProperty saving() {
        return saving.underWay();
    }

    /** Does something that needs all that is known: at once, or when the last answer is there. */
    void whenKnown(Runnable action) {
        if (!saving.underWay().get()) slow.whenDone(action);
    }

    /** The window is gone. What is not written by now is not written. */
    void close() {
        slow.close();
    }

    /** As typed, saved or not; empty while something is wrong. */
    Optional<Config> config() {
        try {
            return Optional.of(draft.config());
        } catch (ConfigException wrong) {
            return Optional.empty();
        }
    }

    /** The same where only the phone is not set up yet. */
    Optional<Config> withoutPhone() {
        try {
            return Optional.of(draft.withoutPhone());
        } catch (ConfigException wrong) {
            return Optional.empty();
        }
    }

    /**
     * Puts what is typed in force, once however often it is asked for meanwhile. Why that failed is in
     * {@link #trouble}.
     *
     * @param onWrong told where something typed is in the way
     */
    void save(Runnable onSaved, Runnable onWrong) {
        saving.begin(settings, this::isSoundNow, onWrong, outcome -> {
            outcome.ifPresent(failure -> trouble.set(words.of(failure.key(), OneLine.of(failure.why()))));
            if (outcome.isEmpty()) onSaved.run();
        });
    }

    /** What failed before may go well now. */
    private boolean isSoundNow() {
        judge();
        return isSound();
    }

    private void add(String section, String key, Kind kind, String... options) {
        String value = kind == Kind.SECRET ? "" : draft.value(section, key);
        List<String> choices = new ArrayList<>(Arrays.asList(options));
        if (kind == Kind.CHOICE && !choices.contains(value)) choices.add(value); // Written by hand; theirs to keep.
        watch(new Setting(section, key, kind, choices, value, draft.isLocked(section, key)));
    }

    private void watch(Setting setting) {
        settings.add(setting);
        setting.value().addListener((of, was, is) -> changed(setting, is));
    }

    private void changed(Setting setting, String typed) {
        if (setting.section().equals("start")) return;
        boolean unchangedSecret = setting.kind() == Kind.SECRET && typed.isBlank();
        try {
            if (unchangedSecret) draft.unset(setting.section(), setting.key());
            else draft.set(setting.section(), setting.key(), typed);
            unwritable.remove(setting);
        } catch (IllegalArgumentException impossible) {
            unwritable.add(setting); // The draft has what was typed before.
        }
        judge();
    }

    private void judge() {
        List<Problem> problems = new ArrayList<>(draft.problems());
        List<String> chosen = List.of(draft.value("phone", "source").split("[, ]+"));
        for (Setting setting : settings) {
            boolean wanted = isWanted(setting, chosen);
            boolean untypedSecret = setting.kind() == Kind.SECRET && setting.value().get().isBlank();
            if (untypedSecret && wanted) setting.store(isThere(setting));
            boolean wrong = unwritable.contains(setting)
                    || problems.stream().anyMatch(problem -> isOf(setting, problem));
            setting.judge(wrong ? wrong(setting) : "");
            problems.removeIf(problem -> isOf(setting, problem));
            setting.want(wrong || wanted); // What stands in the way is never hidden.
        }
        trouble.set(problems.isEmpty() ? "" : OneLine.of(problems.getFirst().toString()));
        draft.questions().forEach(this::ask);
    }

    private boolean isThere(Setting secret) {
        return !draft.value(secret.section(), secret.key()).isEmpty()
                || draft.isStored(secret.section(), secret.key());
    }

    private void ask(ConfigDraft.Question question) {
        slow.begin(() -> {
            Runnable answer = question.ask();
            return () -> {
                answer.run();
                if (!draft.isAwaiting()) judge();
            };
        });
    }

    private boolean isWanted(Setting setting, List<String> phones) {
        return switch (setting.name()) {
            case "inbox.show_customer_secret", "agent.email" -> draft.value("inbox", "show_customer").equals("yes");
            case "lookup.token" -> !draft.value("lookup", "url").isEmpty();
            default -> !ConfigDraft.isOfAPhone(setting.section()) || phones.contains(setting.section());
        };
    }

    private static boolean isOf(Setting setting, Problem problem) {
        return problem.section().equals(setting.section()) && problem.key().equals(setting.key());
    }

    private String wrong(Setting setting) {
        return words.either("wrong." + setting.name(), "wrong.any");
    }
}
