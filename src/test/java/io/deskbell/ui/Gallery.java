package io.deskbell.ui;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.Direction;
import io.deskbell.call.Party;
import io.deskbell.outbox.Counts;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.outbox.Delivery;
import io.deskbell.source.SourceStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Every screen of the program with something on it, opened as the program opens it, for those who look at all of them.
 * A new screen belongs in here. On JavaFX's thread.
 */
final class Gallery implements AutoCloseable {
    /** Everything bad a caller can be called. */
    static final String ROGUE = "<b>x</b><html>\r\n\u202E\u2066&amp; _\uD83D\uDE00%s{0}$(id)" + "e\u0301".repeat(3)
            + "\u0301".repeat(40) + "W".repeat(10_000);
    private static final Party ROGUE_CALLER = Calls.outside("+31612345678", ROGUE);

    private final Path folder;
    private final Map<String, Function<Look, Window>> screens = new LinkedHashMap<>();
    private final Map<String, ADesk> desks = new LinkedHashMap<>();

    Gallery(Path folder) throws IOException, SQLException {
        this.folder = folder;
        calls();
        toasts();
        dials();
        settings();
        firstRun();
        screens.put("about", look -> shown(Fxml.load(new About(new AboutModel(AboutScreenTest.PROGRAM, "25.0.4",
                look.words()), look.words(), () -> { }), look.words()), look));
        screens.put("diagnosis", look -> diagnosis(look, model -> { }));
        screens.put("diagnosis-bundle", look -> diagnosis(look, DiagnosisModel::prepareBundle));
    }

    Map<String, Function<Look, Window>> screens() {
        return screens;
    }

    @Override
    public void close() throws IOException {
        for (ADesk desk : desks.values()) desk.close();
    }

    private void calls() throws IOException, SQLException {
        ADesk well = desk("well").withAMorning().taken();
        well.canDial = true;
        well.canShowCustomers = true;
        screens.put("calls", look -> main(well, look, talking(look, Calls.customer()), main -> main.model().choose(1)));
        ADesk idle = desk("idle").withAMorning();
        screens.put("calls-none", look -> main(idle, look, look.telling(), main -> main.model().text().set("xyz")));
        ADesk trouble = desk("trouble").withAMorning();
        trouble.courier = new CourierStatus.Unavailable("no answer from api.robinhq.com", Calls.NOW.minusSeconds(600));
        trouble.phones = Map.of("sip", new SourceStatus.Lost("no answer from pbx.example.com",
                Calls.NOW.minusSeconds(60)));
        trouble.counts = new Counts(3, 1, 0, Optional.empty());
        trouble.refused("a2", "PhoneNumber is not a <valid> number");
        screens.put("calls-trouble", look -> main(trouble, look, look.telling(), main -> main.model().choose(4)));
        ADesk paused = desk("paused").withAMorning();
        paused.pause = Optional.of("Registration paused: calls are listed here only");
        screens.put("calls-paused", look -> main(paused, look, look.telling(), main -> { }));
        ADesk rogue = desk("rogue").withAMorning();
        rogue.answered("r", Direction.INBOUND, ROGUE_CALLER, 10);
        screens.put("calls-rogue", look -> main(rogue, look, talking(look, ROGUE_CALLER), main ->
                main.model().choose(0)));
    }

    private void toasts() throws IOException {
        ADesk desk = desk("toast").withAMorning();
        screens.put("toast", look -> toast(desk, look, Calls.ringing("a5", Calls.customer(), Calls.NOW)));
        screens.put("toast-withheld", look -> toast(desk, look, Calls.ringing("x", new Party.Withheld(), Calls.NOW)));
        screens.put("toast-rogue", look -> toast(desk, look, Calls.ringing("r", ROGUE_CALLER, Calls.NOW)));
        screens.put("toast-missed", look -> toast(desk, look, Calls.missed("m", Calls.customer(), Calls.NOW)));
    }

    private void dials() throws IOException {
        ADesk desk = desk("dial");
        desk.canDial = true;
        screens.put("dial", look -> dial(desk, look, model -> model.ask("+31612345678")));
        screens.put("dial-emergency", look -> dial(desk, look, model -> model.ask("112")));
        screens.put("dial-calling", look -> dial(desk, look, model -> {
            model.ask("+31612345678");
            model.call();
        }));
        screens.put("dial-no-number", look -> dial(desk, look, model -> model.ask(ROGUE)));
        ADesk none = desk("dial-none");
        screens.put("dial-not-set-up", look -> dial(none, look, model -> model.ask("+31612345678")));
    }

    private void settings() throws IOException {
        AHost host = host("settings").withUser(SettingsModelTest.SOUND);
        host.canAutostart = true;
        host.canTakeLinks = true;
        host.inbox = Optional.of(config -> new Delivery.Refused("Unknown extension"));
        screens.put("settings", look -> settings(host, look, model -> { }));
        screens.put("settings-customers", look -> settings(host, look, model -> {
            model.find("inbox.show_customer").value().set("yes");
            model.find("lookup.url").value().set("nowhere");
        }));
        screens.put("settings-wrong", look -> settings(host, look, model -> {
            model.find("agent.extension").value().set("");
            model.find("sip.server").value().set("not a server");
        }));
        for (String phones : List.of("intake, poll, baresip", "fritzbox, bria, tinyphone", "voipgrid, asterisk",
                "mqtt, 3cx, xelion")) {
            screens.put("settings-" + phones.replace(", ", "-"), look -> settings(host, look, model -> {
                model.find("phone.source").value().set(phones);
                model.find("poll.fingerprint").value().set("none");
            }));
        }
        AHost locked = host("locked").withUser(SettingsModelTest.SOUND)
                .withMachine("[inbox]\napi_key = abc\n"
                + "[agent]\nextension = 201\ncountry = DE\n[lock]\nkeys = agent.*, inbox.*\n");
        screens.put("settings-locked", look -> settings(locked, look, model -> { }));
        screens.put("settings-asking", look -> settings(host.asking(look.words()), host, look, model -> { }));
    }

    private void firstRun() throws IOException {
        AHost host = host("wizard").withUser("");
        host.trial = Optional.of((config, line, rings) -> {
            line.accept("pbx.example.com", new SourceStatus.Watching(Calls.NOW));
            return () -> { };
        });
        host.inbox = Optional.of(config -> new Delivery.Refused("Unknown extension"));
        for (int page = 1; page <= 4; page++) {
            int last = page;
            screens.put("wizard-" + page, look -> wizard(host, look, last));
        }
        screens.put("wizard-asking", look -> wizard(host.asking(look.words()), host, look, 4));
        AHost locked = host("wizard-locked").withUser("").withMachine("[inbox]\napi_key = abc\n"
                + "[agent]\nextension = 201\n"
                + "country = NL\n[sip]\nserver = pbx.example.com\n[lock]\nkeys = inbox.*, agent.*, sip.*\n");
        screens.put("wizard-locked", look -> wizard(locked, look, 2));
    }

    private static Telling talking(Look look, Party party) {
        Telling telling = look.telling();
        telling.live().happened(Calls.event(Type.ANSWERED, Calls.connected("l", party, Calls.NOW.minusSeconds(95))));
        return telling;
    }

    private static Window main(ADesk desk, Look look, Telling telling, Consumer<MainStage> then) {
        MainStage main = new MainStage(desk, telling, look.theme(), Runnable::run, Runnable::run, () -> { },
                desk.dialling(telling));
        main.show();
        then.accept(main);
        return main.stage();
    }

    private static Window toast(ADesk desk, Look look, Call call) {
        ToastView view = new ToastView(desk, look.telling(), look.theme(), Runnable::run, Runnable::run,
                shown -> { }, Optional.of(missed -> { }), ended -> ended.isMissed() ? Optional.of(() -> { })
                : Optional.empty());
        view.happened(Calls.event(Type.RINGING, Calls.ringing(call.id(), call.party(), Calls.NOW)));
        if (call.hasEnded()) view.happened(Calls.event(Type.ENDED, call));
        view.toast().popup().setOnHidden(gone -> view.close());
        return view.toast().popup();
    }

    private static Window dial(ADesk desk, Look look, Consumer<DialModel> then) {
        Telling telling = look.telling();
        DialModel model = desk.dialling(telling);
        DialWindow window = new DialWindow(model, telling.words(), look.theme());
        then.accept(model);
        return window.stage();
    }

    private static Window settings(AHost host, Look look, Consumer<SettingsModel> then) {
        return settings(host.model(look.words()), host, look, then);
    }

    private static Window settings(SettingsModel model, AHost host, Look look, Consumer<SettingsModel> then) {
        then.accept(model);
        return shown(Fxml.load(new Settings(model, inbox(host, look), look.words(), () -> { }), look.words()), look);
    }

    private static Window wizard(AHost host, Look look, int page) {
        return wizard(host.model(look.words()), host, look, page);
    }

    private static Window wizard(SettingsModel model, AHost host, Look look, int page) {
        WizardModel wizard = new WizardModel(model);
        TrialModel trial = new TrialModel(host.phoneTrial(), look.words(), Runnable::run);
        InboxTrialModel inbox = inbox(host, look);
        Window window = shown(Fxml.load(new Wizard(wizard, model, trial, inbox, look.words(), () -> { }), look.words()),
                look);
        if (page > 1) model.find("inbox.api_key").value().set("abc");
        if (page > 2) model.find("agent.extension").value().set("201");
        if (page > 3) model.find("sip.server").value().set("pbx.example.com");
        for (int turned = 1; turned < page; turned++) wizard.next();
        if (page == 2) {
            model.find("agent.extension").value().set("201");
            model.withoutPhone().ifPresent(inbox::warn);
        }
        if (page == 3) {
            model.find("sip.server").value().set("pbx.example.com");
            model.config().ifPresent(trial::begin);
        }
        return window;
    }

    private static InboxTrialModel inbox(AHost host, Look look) {
        return new InboxTrialModel(host.inboxTrial(), look.words(), Runnable::run, Runnable::run);
    }

    private static Window diagnosis(Look look, Consumer<DiagnosisModel> then) {
        DiagnosisModel model = new DiagnosisModel(new ACheckUp(), look.words(), new OnTheSpot(), Runnable::run);
        Window window = shown(Fxml.load(new Diagnosis(model, look.words(), () -> { }), look.words()), look);
        model.begin();
        then.accept(model);
        return window;
    }

    private static Window shown(Parent root, Look look) {
        Stage stage = new Stage();
        Framed.put(stage, root, "Deskbell", look.theme());
        stage.show();
        return stage;
    }

    private ADesk desk(String name) throws IOException {
        ADesk desk = new ADesk(Files.createDirectories(folder.resolve(name)));
        desks.put(name, desk);
        return desk;
    }

    private AHost host(String name) throws IOException {
        return new AHost(Files.createDirectories(folder.resolve(name)));
    }
}
