package io.deskbell.ui;

import io.deskbell.config.ConfigDraft;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The first run: four pages, each left only when what it asks for is right; the last asks for whatever else is not. */
final class WizardModel {
    private final SettingsModel settings;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.INBOX);

    /** In the order they come. */
    enum Page {
        INBOX("inbox.api_key"),
        AGENT("agent.extension", "agent.country"),
        PHONE("phone.source") {
            @Override
            boolean asks(Setting setting) {
                return super.asks(setting) || ConfigDraft.isOfAPhone(setting.section());
            }
        },
        POP("pop.when", "ui.toast", "ui.sound");

        private final List<String> asks;

        Page(String... asks) {
            this.asks = List.of(asks);
        }

        /** Whether it is this page's to ask for; of the phones only the chosen one's is shown. */
        boolean asks(Setting setting) {
            return asks.contains(setting.name());
        }
    }

    WizardModel(SettingsModel settings) {
        this.settings = settings;
    }

    ObjectProperty<Page> page() {
        return page;
    }

    List<Setting> asked() {
        return settings.settings().stream().filter(this::isAsked).toList();
    }

    boolean canGoOn() {
        boolean last = page.get() == Page.POP;
        return last ? settings.isSound() : asked().stream().noneMatch(Setting::isWrong);
    }

    boolean isFirst() {
        return page.get().ordinal() == 0;
    }

    boolean isLast() {
        return page.get() == Page.POP;
    }

    void next() {
        if (canGoOn() && !isLast()) page.set(Page.values()[page.get().ordinal() + 1]);
    }

    void back() {
        if (!isFirst()) page.set(Page.values()[page.get().ordinal() - 1]);
    }

    /** See {@link SettingsModel#save}. */
    void finish(Runnable onSaved, Runnable onWrong) {
        if (isLast()) settings.save(onSaved, onWrong);
    }

    /** What no page asks for may be wrong as well, in a file that was there: nothing could be finished then. */
    private boolean isAsked(Setting setting) {
        boolean left = page.get() == Page.POP && setting.isWrong()
                && Arrays.stream(Page.values()).noneMatch(other -> other.asks(setting));
        return left || page.get().asks(setting);
    }
}
