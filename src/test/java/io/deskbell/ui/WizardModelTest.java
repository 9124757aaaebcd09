package io.deskbell.ui;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.ConfigDraft;
import io.deskbell.config.ConfigException;
import io.deskbell.config.StoredSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WizardModelTest {
    private final Words words = new Words(Locale.ENGLISH);
    private AHost host;

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() throws IOException {
        host = new AHost(folder).withUser(SettingsModelTest.SOUND);
    }

    @Test
    void theFirstRunGoesFromPageToPageAndWritesTheFile() throws Exception {
        host.withUser("");
        SettingsModel model = host.model(words);
        WizardModel wizard = new WizardModel(model);
        wizard.next();
        assertEquals(WizardModel.Page.INBOX, wizard.page().get());
        model.find("inbox.api_key").value().set("abc");
        wizard.next();
        model.find("agent.extension").value().set("201");
        wizard.next();
        model.find("sip.server").value().set("pbx.example.com");
        wizard.next();
        assertEquals(WizardModel.Page.POP, wizard.page().get());
        assertTrue(finished(wizard));
        assertEquals("[inbox]\napi_key = abc\n\n[agent]\nextension = 201\n\n[sip]\nserver = pbx.example.com\n",
                Files.readString(host.user));
    }

    @Test
    void theFirstRunGoesBackWithoutForgetting() throws Exception {
        SettingsModel model = host.model(words);
        WizardModel wizard = new WizardModel(model);
        wizard.next();
        model.find("agent.extension").value().set("299");
        wizard.back();
        wizard.back();
        assertTrue(wizard.isFirst());
        wizard.next();
        assertEquals("299", wizard.asked().getFirst().value().get());
    }

    @Test
    void thePhoneChosenIsAskedForAllItNeedsAndTheOthersForNothing() throws Exception {
        SettingsModel model = firstRun("");
        List<String> unasked = new ArrayList<>();
        for (String source : host.open().sources()) {
            model.find("phone.source").value().set(source);
            Set<String> asked = new HashSet<>();
            for (WizardModel.Page page : WizardModel.Page.values()) {
                model.settings().stream().filter(page::asks).map(Setting::name).forEach(asked::add);
            }
            model.settings().stream().filter(Setting::isWrong).map(Setting::name)
                    .filter(name -> !asked.contains(name)).forEach(name -> unasked.add(source + ": " + name));
            if (!model.trouble().get().isEmpty()) unasked.add(source + ": " + model.trouble().get());
            model.settings().stream().filter(setting -> ConfigDraft.isOfAPhone(setting.section()))
                    .filter(setting -> setting.wanted().get() != setting.section().equals(source))
                    .forEach(setting -> unasked.add(source + ": " + setting.name() + " is shown, or is not"));
        }
        assertEquals(List.of(), unasked);
    }

    @Test
    void whateverIsMissingIsAskedForInWordsOfItsOwn() throws Exception {
        List<String> wordless = new ArrayList<>();
        for (String source : host.open().sources()) {
            SettingsModel model = firstRun("[inbox]\nshow_customer = yes\n");
            model.find("phone.source").value().set(source);
            model.settings().stream().filter(Setting::isWrong).forEach(setting -> {
                setting.insist();
                if (setting.problem().get().equals(words.of("wrong.any"))) wordless.add(setting.name());
            });
        }
        assertEquals(List.of(), wordless);
    }

    @Test
    void theFirstRunCanBeFinishedWithEveryPhone() throws Exception {
        Map<String, String> needed = Map.ofEntries(
                entry("sip.server", "pbx.example.com"), entry("poll.address", "https://192.168.1.20"),
                entry("voipgrid.user", "agent@example.com"), entry("voipgrid.token", "t0ken"),
                entry("asterisk.host", "pbx.example.com"), entry("mqtt.server", "mqtts://mqtt.example.com:8883"),
                entry("3cx.url", "https://pbx.example.com"), entry("3cx.client_id", "900"),
                entry("xelion.url", "https://xelion.example.com"), entry("xelion.user", "agent"));
        List<String> ends = new ArrayList<>();
        for (String source : host.open().sources()) {
            SettingsModel model = firstRun("");
            model.find("phone.source").value().set(source);
            WizardModel wizard = new WizardModel(model);
            wizard.next();
            wizard.next();
            assertEquals(WizardModel.Page.PHONE, wizard.page().get());
            wizard.asked().stream().filter(Setting::isWrong).forEach(setting ->
                    setting.value().set(needed.getOrDefault(setting.name(), "")));
            assertTrue(model.config().isPresent(), source + " cannot be tried");
            wizard.next();
            if (!finished(wizard)) ends.add(source);
        }
        assertEquals(List.of(), ends);
    }

    @Test
    void theLastPageOfTheFirstRunAsksForWhatElseIsWrong() throws Exception {
        SettingsModel model = firstRun("[sip]\nserver = pbx.example.com\n[dial]\nshortcut = D\n");
        WizardModel wizard = new WizardModel(model);
        for (int turned = 1; turned < WizardModel.Page.values().length; turned++) wizard.next();
        assertEquals(List.of("dial.shortcut", "pop.when", "ui.toast", "ui.sound"),
                wizard.asked().stream().map(Setting::name).toList());
        assertFalse(wizard.canGoOn());
        wizard.asked().getFirst().value().set("");
        assertTrue(finished(wizard));
    }

    @Test
    void whatStandsInTheWayIsShownWhicheverPhoneItIsOf() throws Exception {
        Setting user = firstRun("[phone]\nsource = intake\n[voipgrid]\nuser = a b\n").find("voipgrid.user");
        assertTrue(user.wanted().get());
        user.value().set("");
        assertFalse(user.wanted().get());
    }

    /** With a key and an extension, and with what the program makes by itself. */
    private SettingsModel firstRun(String text) throws IOException, ConfigException {
        host.withUser("[inbox]\napi_key = abc\n[agent]\nextension = 201\n" + text);
        StoredSecrets made = key -> key.equals("intake.token") ? Optional.of("0123456789abcdef") : Optional.empty();
        return host.model(ConfigDraft.open(List.of(), host.user, made), words);
    }

    private static boolean finished(WizardModel wizard) {
        List<String> ends = new ArrayList<>();
        wizard.finish(() -> ends.add("saved"), () -> ends.add("wrong"));
        return ends.equals(List.of("saved"));
    }
}
