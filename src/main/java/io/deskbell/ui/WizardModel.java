package io.deskbell.ui;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The first run: four pages, each left only when what it asks for is right. */
final class WizardModel {
    private final SettingsModel settings;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.INBOX);

    /** In the order they come. */
    enum Page {
        INBOX("inbox.api_key"),
        AGENT("agent.extension", "agent.country"),
        PHONE("phone.source", "sip.server", "sip.user", "sip.password", "voipgrid.user", "voipgrid.token",
                "asterisk.host", "asterisk.user", "asterisk.secret", "3cx.url", "3cx.client_id",
                "3cx.client_secret", "xelion.url", "xelion.user", "xelion.password"),
        POP("pop.when", "ui.toast", "ui.sound");

        private final List<String> asks;

        Page(String... asks) {
            this.asks = List.of(asks);
        }
    }

    WizardModel(SettingsModel settings) {
        this.settings = settings;
    }

    ObjectProperty<Page> page() {
        return page;
    }

    List<Setting> asked() {
        return page.get().asks.stream().map(settings::find).toList();
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

    /** True when the file is written. */
    boolean finish() {
        return isLast() && settings.save();
    }
}
