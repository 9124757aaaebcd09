package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.ConfigDraft;
import io.deskbell.config.Outside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        assertTrue(saved(model));
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
        assertTrue(key.stored().get());
        assertTrue(saved(model));
        assertEquals(SOUND, Files.readString(host.user));
    }

    @Test
    void aSecretThatIsTypedAndTakenBackStaysAsItWas() throws Exception {
        host.keepsSecrets = true;
        SettingsModel model = model();
        for (String typed : List.of("n", "ne", "n", "")) model.find("inbox.api_key").value().set(typed);
        assertTrue(saved(model));
        assertEquals(Map.of(), host.secrets);
        assertEquals(SOUND, Files.readString(host.user));
    }

    @Test
    void whatNoFileCanHoldStaysWrongWhateverElseIsTyped() throws Exception {
        SettingsModel model = model();
        model.find("sip.user").value().set("a \"b\" ;c");
        model.find("agent.extension").value().set("204");
        assertEquals("This cannot be used here.", model.find("sip.user").problem().get());
        assertFalse(saved(model));
        model.find("sip.user").value().set("a");
        assertTrue(saved(model));
    }

    @Test
    void aSecretGoesToItsSaferPlaceAndOutOfTheFile() throws Exception {
        host.keepsSecrets = true;
        SettingsModel model = model();
        model.find("inbox.api_key").value().set("new-key");
        assertTrue(saved(model));
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
        List<String> asked = new ArrayList<>();
        ConfigDraft draft = ConfigDraft.open(List.of(), host.user, new Outside(key -> {
            asked.add(key);
            return Optional.empty();
        }, rule -> {
            asked.add(rule);
            return "201";
        }, Map.of()));
        SettingsModel model = host.model(draft, words);
        for (int end = 1; end <= 20; end++) {
            model.find("mqtt.server").value().set("mqtts://mqtt.example.com".substring(0, end));
            model.config();
            model.find("inbox.api_key").value().set("");
        }
        assertEquals(List.of("user", "inbox.api_key", "voipgrid.token", "mqtt.password"), asked);
    }

    @Test
    void whoPressesSaveTwiceSavesOnce() throws Exception {
        List<Runnable> screen = new ArrayList<>();
        SettingsModel model = new SettingsModel(host, host.open(), words, new SlowWork(new OnTheSpot(), screen::add));
        while (!screen.isEmpty()) screen.removeFirst().run(); // What the keyring has.
        List<String> ends = new ArrayList<>();
        for (int pressed = 0; pressed < 2; pressed++) model.save(() -> ends.add("saved"), () -> ends.add("wrong"));
        assertTrue(model.saving().get());
        while (!screen.isEmpty()) screen.removeFirst().run();
        assertEquals(List.of("saved"), ends);
        assertEquals(List.of("saved"), host.told);
        assertFalse(model.saving().get());
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
        assertFalse(saved(model));
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
        assertTrue(saved(model));
        assertEquals(List.of("autostart true", "saved"), host.told);
        assertEquals(SOUND, Files.readString(host.user));
    }

    @Test
    void takingLinksIsSwitchedOnlyWhenItWasChanged() throws Exception {
        host.canTakeLinks = true;
        assertTrue(saved(model()));
        SettingsModel model = model();
        model.find(SettingsModel.LINKS).value().set("yes");
        assertTrue(saved(model));
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

    private static boolean saved(SettingsModel model) {
        List<String> ends = new ArrayList<>();
        model.save(() -> ends.add("saved"), () -> ends.add("wrong"));
        return ends.equals(List.of("saved"));
    }

    private SettingsModel model() {
        return host.model(words);
    }
}
