package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.config.Config;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import io.deskbell.dial.Switchboard;
import io.deskbell.sandbox.Sandbox;
import io.deskbell.source.Dialer;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.ui.AboutUi;
import io.deskbell.ui.SettingsUi;
import io.deskbell.ui.tray.TrayAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is chosen in the tray is done: window, companion and phone are the real ones, the screen is Monocle's. */
@Timeout(30)
class AgentDeskTest {
    private final BlockingQueue<String> dialled = new LinkedBlockingQueue<>();
    private final CountDownLatch logged = new CountDownLatch(1);
    private final Phone phone = new Phone();
    private final BlockingQueue<CallEvent> happened = new LinkedBlockingQueue<>();
    private Sandbox sandbox;
    private AgentDesk desk;
    private Companion companion;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws Exception {
        startJavaFx();
        sandbox = Sandbox.start("none", 0);
        Path list = Files.writeString(folder.resolve("customers.csv"),
                "Klantnummer;Naam;Telefoon\nK1001;Bakkerij De Korenaar;020 123 45 67\n");
        Path file = Files.writeString(folder.resolve("config.ini"), """
                [agent]
                extension = 201
                email = agent@example.com
                [inbox]
                api_url = %s
                api_key = none
                show_customer = yes
                show_customer_secret = shown
                [lookup]
                csv = %s
                [pop]
                when = never
                [ui]
                toast = no
                [phone]
                source = simulator
                """.formatted(sandbox.address(), list));
        Machine machine = new Machine(OperatingSystem.LINUX, Map.of(), folder, true);
        ConfigFiles files = ConfigFiles.of(CommandLine.parse("--config", file.toString()));
        Config config = files.load();
        Switchboard switchboard = Switchboard.of(config, PhoneSources.numberPlan(config.agent()), List.of(phone),
                machine);
        SettingsUi settings = new SettingsUi(new SetUp(files, machine, () -> { }), Locale.ENGLISH);
        desk = new AgentDesk(config, machine, settings, () -> switchboard, standing -> new Diagnosis(files,
                new Diagnosis.Places(folder, folder), standing), new AboutUi(ProgramFacts.of(files,
                new Diagnosis.Places(folder, folder)), Locale.ENGLISH), () -> { });
        companion = new Companion(config, folder.resolve("data"), new Companion.Parts(List.of(phone), address -> { },
                List.of(desk, this::happened), List.of(), desk::changed, Clock.systemUTC(),
                desk.pause()));
        desk.open(companion, new ToldOnce(folder));
        companion.start();
    }

    private void happened(CallEvent event) {
        logged.countDown();
        happened.add(event);
    }

    @AfterEach
    void close() {
        companion.stop();
        sandbox.close();
        onScreen(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            return true;
        });
    }

    @Test
    void aCallChosenAmongTheLastCallersIsShownInTheWindow() throws Exception {
        phone.rings("+31612345678", "J. Jansen");
        logged.await();
        String id = companion.log().newest(1).getFirst().call().id();
        desk.chosen(new TrayAction.ShowCall(id));
        await(() -> window("Deskbell").map(shown -> shown.getScene().lookup(".detail .title"))
                .filter(title -> ((Labeled) title).getText().equals("J. Jansen")).filter(Node::isVisible).isPresent());
    }

    @Test
    void theCustomerOfAMissedCallIsOpenedInAgentInboxUnderTheValueOfTheList() throws Exception {
        phone.rings("+31201234567", "");
        phone.falls("+31201234567");
        CallEvent event = happened.take();
        while (event.type() != CallEvent.Type.ENDED) event = happened.take();
        desk.chosen(new TrayAction.ShowCall(event.call().id()));
        await(() -> shown(".detail .title").filter(title -> title.equals("Bakkerij De Korenaar")).isPresent());
        onScreen(() -> {
            ((Button) window("Deskbell").orElseThrow().getScene().lookup("#customer")).fire();
            return true;
        });
        await(() -> notice().equals("The customer is open in Agent Inbox."));
        assertEquals(List.of("agent@example.com +31201234567 K1001 201"), sandbox.shown().stream().map(one ->
                one.agent().orElse("") + " " + one.number().orElse("") + " " + one.identifier().orElse("") + " "
                        + one.status()).toList());
        assertEquals(List.of(), sandbox.received());
    }

    private static Optional<String> shown(String what) {
        return window("Deskbell").map(stage -> stage.getScene().lookup(what)).filter(Node::isVisible)
                .map(AgentDeskTest::text);
    }

    @ParameterizedTest
    @CsvSource({"+31201234567, 0201234567", "+442079460123, 00442079460123"})
    void redialCallsTheNumberAtOnceAsThePhoneDialsIt(String number, String digits) throws Exception {
        desk.chosen(new TrayAction.Redial(new PhoneNumber(number)));
        assertEquals(digits, dialled.take());
    }

    @Test
    void aboutTellsWhereThingsAreAndWhatIsShipped() {
        desk.chosen(new TrayAction.About());
        await(() -> window("About Deskbell").isPresent());
        List<String> texts = new ArrayList<>();
        onScreen(() -> texts.addAll(window("About Deskbell").orElseThrow().getScene().getRoot().lookupAll("*").stream()
                .map(AgentDeskTest::text).toList()));
        assertTrue(texts.contains("Version development"), texts::toString);
        assertTrue(texts.contains(folder.resolve("config.ini").toString()), texts::toString);
        assertTrue(texts.contains("sqlite-jdbc 3.54.1.0: Apache-2.0"), texts::toString);
    }

    /** This machine has no tray. */
    @Test
    void withoutATrayTheAgentIsToldOnceAndTheWindowIsNeverQuiteClosed() {
        await(() -> window("Deskbell").isPresent());
        assertTrue(onScreen(() -> notice().startsWith("This desktop has no place for the icon")));
        assertFalse(new ToldOnce(folder).isNew("no-tray"));
        onScreen(() -> {
            Stage stage = window("Deskbell").orElseThrow();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return stage.isIconified();
        });
        assertTrue(onScreen(() -> window("Deskbell").isPresent()));
    }

    @Test
    void whoHasJustSetItUpSeesThatItIsThere() {
        await(() -> window("Deskbell").isPresent() && notice().startsWith("This desktop"));
        onScreen(() -> {
            window("Deskbell").orElseThrow().hide();
            return true;
        });
        desk.greet();
        await(() -> window("Deskbell").isPresent() && notice().startsWith("Deskbell is set up"));
    }

    /** This machine has no tray, so the window has what its menu has. */
    @Test
    void whatTheTrayWouldOfferIsInTheWindowToo() throws Exception {
        phone.rings("+31612345678", "J. Jansen");
        logged.await();
        await(() -> window("Deskbell").isPresent());
        onScreen(() -> {
            choose("Pause registration too");
            return true;
        });
        assertTrue(desk.pause().stopsRegistration());
        await(() -> advice().contains("Registration paused: calls are listed here only. Resume is under More."));
        onScreen(() -> {
            choose("Resume");
            return true;
        });
        assertFalse(desk.pause().stopsPops());
        await(() -> advice().isEmpty());
    }

    private static void choose(String text) {
        MenuButton more = (MenuButton) window("Deskbell").orElseThrow().getScene().lookup("#more");
        more.show();
        assertTrue(more.getItems().stream().anyMatch(item -> "Last callers".equals(item.getText())));
        more.getItems().stream().filter(item -> text.equals(item.getText())).findFirst().orElseThrow().fire();
        more.hide();
    }

    private static List<String> advice() {
        return window("Deskbell").orElseThrow().getScene().lookup(".advice").lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText()).filter(said -> said.contains("aused")).toList();
    }

    private static String notice() {
        return ((Labeled) window("Deskbell").orElseThrow().getScene().lookup("#notice")).getText();
    }

    private static String text(Node node) {
        return node instanceof Labeled label ? label.getText() : node instanceof TextField field ? field.getText() : "";
    }

    private static Optional<Stage> window(String title) {
        return Window.getWindows().stream().filter(Window::isShowing).filter(Stage.class::isInstance)
                .map(Stage.class::cast).filter(stage -> title.equals(stage.getTitle())).findFirst();
    }

    /** Looks at each picture that is drawn. */
    private static void await(Supplier<Boolean> seen) {
        CompletableFuture<Boolean> found = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (!seen.get()) return;
                stop();
                found.complete(true);
            }
        }.start());
        found.join();
    }

    private static boolean onScreen(Supplier<Boolean> look) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Platform.runLater(() -> answer.complete(look.get()));
        return answer.join();
    }

    private static void startJavaFx() {
        try {
            Platform.startup(() -> { });
        } catch (IllegalStateException running) {
            // Another test has started it.
        }
        Platform.setImplicitExit(false);
    }

    /** Rings when told to, and notes what it is to dial. */
    private final class Phone implements PhoneSource {
        private final BlockingQueue<CallReport> told = new LinkedBlockingQueue<>();

        void rings(String number, String name) {
            told.add(CallReport.of(CallKey.shared("c-1"), CallState.RINGING, Instant.now()).going(Direction.INBOUND)
                    .with(new Party.Outside(new PhoneNumber(number), name)));
        }

        void falls(String number) {
            told.add(CallReport.of(CallKey.shared("c-1"), CallState.ENDED, Instant.now()).going(Direction.INBOUND)
                    .with(new Party.Outside(new PhoneNumber(number), "")));
        }

        @Override
        public String name() {
            return "simulator";
        }

        @Override
        public String description() {
            return "201 on a test";
        }

        @Override
        public Optional<Dialer> dialer() {
            return Optional.of((digits, pickUp) -> {
                dialled.add(digits);
                return new Dialer.Calling();
            });
        }

        @Override
        public void watch(PhoneListener listener) throws InterruptedException {
            listener.watching();
            while (true) {
                listener.report(told.take());
            }
        }
    }
}
