package io.deskbell.ui;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.ConfigDraft;
import io.deskbell.config.ConfigException;
import io.deskbell.config.Outside;
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

class SettingsModelTest {
    static final String SOUND = "; mine\n[agent]\nextension = 201 ; at my desk\n[inbox]\napi_key = abc\n[sip]\n"
            + "server = pbx.example.com\n";
    private final Words words = new Words(Locale.ENGLISH);
    private AHost host;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() throws IOException {
        host = new AHost(folder).withUser(SOUND);
    }

    @Test
    void whatIsTypedIsSavedAndTheRestOfTheFileStays() throws Exception {
        SettingsModel model = model();
        model.find("agent.extension").value().set("204");
        model.find("ui.toast").value().set("no");
        assertTrue(model.save());
        assertEquals(SOUND.replace("201", "204") + "\n[ui]\ntoast = no\n", Files.readString(host.user));
        assertEquals(List.of("saved"), host.told);
    }

    @Test
    void everyLetterIsJudgedInPlainWords() throws Exception {
        SettingsModel model = model();
        Setting server = model.find("sip.server");
        server.value().set("not a server");
        assertEquals("An address, for example pbx.example.com.", server.problem().get());
        assertFalse(model.isSound());
        server.value().set("pbx.example.com");
        assertEquals("", server.problem().get());
        assertTrue(model.isSound());
    }

    @Test
    void nobodyIsScoldedForWhatHeHasNotFilledInYet() throws Exception {
        host.withUser("");
        Setting extension = model().find("agent.extension");
        assertEquals("", extension.problem().get());
        assertTrue(extension.isWrong());
        extension.value().set("2");
        extension.value().set("");
        assertEquals("Enter your extension, for example 201.", extension.problem().get());
    }

    @Test
    void aSecretIsNeverShownAndStaysWhenNothingIsTyped() throws Exception {
        SettingsModel model = model();
        Setting key = model.find("inbox.api_key");
        assertEquals("", key.value().get());
        assertTrue(model.hasSecret(key));
        assertTrue(model.save());
        assertEquals(SOUND, Files.readString(host.user));
    }

    @Test
    void aSecretThatIsTypedAndTakenBackStaysAsItWas() throws Exception {
        host.keepsSecrets = true;
        SettingsModel model = model();
        for (String typed : List.of("n", "ne", "n", "")) model.find("inbox.api_key").value().set(typed);
        assertTrue(model.save());
        assertEquals(Map.of(), host.secrets);
        assertEquals(SOUND, Files.readString(host.user));
    }

    @Test
    void whatNoFileCanHoldStaysWrongWhateverElseIsTyped() throws Exception {
        SettingsModel model = model();
        model.find("sip.user").value().set("a \"b\" ;c");
        model.find("agent.extension").value().set("204");
        assertEquals("This cannot be used here.", model.find("sip.user").problem().get());
        assertFalse(model.save());
        model.find("sip.user").value().set("a");
        assertTrue(model.save());
    }

    @Test
    void aSecretGoesToItsSaferPlaceAndOutOfTheFile() throws Exception {
        host.keepsSecrets = true;
        SettingsModel model = model();
        model.find("inbox.api_key").value().set("new-key");
        assertTrue(model.save());
        assertEquals(Map.of("inbox.api_key", "new-key"), host.secrets);
        assertFalse(Files.readString(host.user).contains("key = n") || Files.readString(host.user).contains("abc"));
    }

    @Test
    void aSecretKeptElsewhereIsNotMissed() throws Exception {
        host.withUser(SOUND.replace("abc", ""));
        host.secrets.put("inbox.api_key", "abc");
        assertTrue(model().isSound());
    }

    @Test
    void theSecretStoreIsAskedOnceHoweverMuchIsTyped() throws Exception {
        host.withUser("[phone]\nsource = mqtt\n[agent]\nextension_from = user\n");
        ConfigDraft draft = ConfigDraft.open(List.of(), host.user, new Outside(key -> {
            host.asked.add("draft " + key);
            return Optional.empty();
        }, rule -> {
            host.asked.add(rule);
            return "201";
        }, Map.of()));
        SettingsModel model = new SettingsModel(host, draft, words);
        for (int end = 1; end <= 20; end++) {
            model.find("mqtt.server").value().set("mqtts://mqtt.example.com".substring(0, end));
            model.config();
            model.find("inbox.api_key").value().set("");
        }
        assertEquals(Set.copyOf(host.asked).size(), host.asked.size(), host.asked.toString());
        assertTrue(host.asked.containsAll(List.of("draft inbox.api_key", "inbox.api_key", "user")));
    }

    @Test
    void whatItHasSetIsShownAsSuch() throws Exception {
        host.withMachine("[agent]\ncountry = DE\n[lock]\nkeys = agent.country\n");
        Setting country = model().find("agent.country");
        assertTrue(country.isLocked());
        assertEquals("DE", country.value().get());
    }

    @Test
    void theTelephoneSystemMattersOnlyToPhonesThatHaveOne() throws Exception {
        SettingsModel model = model();
        model.find("sip.server").value().set("");
        model.find("phone.source").value().set("simulator");
        assertFalse(model.find("sip.server").wanted().get());
        assertTrue(model.isSound());
    }

    @Test
    void aMistakeElsewhereInTheFileIsToldAsItIs() throws Exception {
        host.withUser(SOUND + "sever = x\n");
        SettingsModel model = model();
        assertEquals("config.ini [sip] sever: no such key; did you mean server?", model.trouble().get());
        assertFalse(model.save());
    }

    @Test
    void aValueWrittenByHandIsOneOfTheChoices() throws Exception {
        host.withUser(SOUND + "[phone]\nsource = sip, simulator\n");
        assertEquals(List.of("sip", "tapi", "intake", "poll", "baresip", "fritzbox", "bria", "tinyphone",
                "voipgrid", "asterisk", "3cx", "mqtt", "xelion", "simulator", "sip, simulator"),
                model().find("phone.source").options());
    }

    @Test
    void startingWithTheComputerIsSwitchedAndNotWritten() throws Exception {
        host.canAutostart = true;
        SettingsModel model = model();
        model.find(SettingsModel.AUTOSTART).value().set("yes");
        assertTrue(model.save());
        assertEquals(List.of("autostart true", "saved"), host.told);
        assertEquals(SOUND, Files.readString(host.user));
    }

    @Test
    void takingLinksIsSwitchedOnlyWhenItWasChanged() throws Exception {
        host.canTakeLinks = true;
        assertTrue(model().save());
        SettingsModel model = model();
        model.find(SettingsModel.LINKS).value().set("yes");
        assertTrue(model.save());
        assertEquals(List.of("saved", "links true", "saved"), host.told);
        assertEquals(SOUND, Files.readString(host.user));
    }

    @Test
    void openingCustomersAsksForItsSecretAndTheAddressOnlyWhereItIsWanted() throws Exception {
        SettingsModel model = host.model(words);
        assertFalse(model.find("agent.email").wanted().get());
        model.find("inbox.show_customer").value().set("yes");
        assertTrue(model.find("agent.email").wanted().get());
        assertFalse(model.isSound());
        model.find("agent.email").value().set("agent@example.com");
        model.find("inbox.show_customer_secret").value().set("s3cret");
        assertTrue(model.isSound());
        model.find("lookup.url").value().set("https://crm.example.com/");
        assertEquals("An address that begins with https:// and has the word phone in braces in it, or nothing.",
                model.find("lookup.url").problem().get());
    }

    @Test
    void aShortcutIsJudgedInPlainWords() throws Exception {
        Setting shortcut = model().find("dial.shortcut");
        shortcut.value().set("D");
        assertEquals("Keys such as Ctrl+Alt+D, or nothing.", shortcut.problem().get());
        shortcut.value().set("Ctrl + Alt + D");
        assertEquals("", shortcut.problem().get());
    }

    @Test
    void theFirstRunGoesFromPageToPageAndWritesTheFile() throws Exception {
        host.withUser("");
        SettingsModel model = model();
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
        assertTrue(wizard.finish());
        assertEquals("[inbox]\napi_key = abc\n\n[agent]\nextension = 201\n\n[sip]\nserver = pbx.example.com\n",
                Files.readString(host.user));
    }

    @Test
    void theFirstRunGoesBackWithoutForgetting() throws Exception {
        SettingsModel model = model();
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
            if (!wizard.finish()) ends.add(source);
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
        assertTrue(wizard.finish());
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
        return new SettingsModel(host, ConfigDraft.open(List.of(), host.user, made), words);
    }

    private SettingsModel model() throws ConfigException {
        return new SettingsModel(host, host.open(), words);
    }
}
