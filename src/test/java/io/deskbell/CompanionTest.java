package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.sandbox.DeskIni;
import io.deskbell.sandbox.Sandbox;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.ui.tray.PauseSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Settings that change while the program runs: nothing is lost, nothing comes twice. */
@Timeout(30)
class CompanionTest {
    private static final String KEY = "right";

    @TempDir
    Path folder;
    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> delivered = new LinkedBlockingQueue<>();

    @Test
    void aCallGoingOnWhileTheSettingsChangeIsEndedOnceUnderItsId() throws Exception {
        try (Sandbox sandbox = Sandbox.start(KEY, 0)) {
            Phone before = new Phone();
            Companion companion = companion(sandbox, before, KEY);
            before.listener().snapshot(List.of(call(CallState.CONNECTED)), Clock.systemUTC().instant());
            assertEquals("ANSWERED", happened.take());
            assertEquals("ANSWERED", delivered.take());

            Phone after = new Phone();
            companion.change(config(sandbox, "202", KEY), List.of(after), address -> { });
            after.listener().watching();
            after.listener().snapshot(List.of(call(CallState.CONNECTED)), Clock.systemUTC().instant());
            after.listener().report(call(CallState.ENDED));
            assertEquals("DISCONNECTED", delivered.take());
            companion.stop();

            assertEquals(List.of("Answered", "Disconnected"), sandbox.received().stream()
                    .map(event -> event.field("EventType").orElse("?")).toList());
            assertEquals(1, sandbox.received().stream().map(event -> event.field("Id").orElse("?")).distinct().count());
        }
    }

    @Test
    void withTheRightKeyTheCourierGoesOnAndThePhoneIsLeftAlone() throws Exception {
        try (Sandbox sandbox = Sandbox.start(KEY, 0)) {
            Phone phone = new Phone();
            Companion companion = companion(sandbox, phone, "wrong");
            phone.listener().snapshot(List.of(call(CallState.CONNECTED)), Clock.systemUTC().instant());
            while (!happened.take().equals("refused key")) {
                assertEquals(List.of(), List.copyOf(delivered));
            }

            companion.change(config(sandbox, "201", KEY), List.of(), address -> { });
            assertEquals("ANSWERED", delivered.take());
            phone.listener().report(call(CallState.ENDED));
            assertEquals("DISCONNECTED", delivered.take());
            companion.stop();
        }
    }

    @Test
    void aWrongConfigurationIsNamedAndTheOneBeforeRunsOn() throws Exception {
        Path file = folder.resolve("config.ini");
        try (Sandbox sandbox = Sandbox.start(KEY, 0)) {
            Phone phone = new Phone();
            Companion companion = companion(sandbox, phone, KEY);
            BlockingQueue<Config> changes = new LinkedBlockingQueue<>();
            NewSettings settings = new NewSettings(() -> Config.load(List.of(file)), changes::add);

            Files.writeString(file, "[agent]\nextension = 201\n[inbox]\napi_key = a b\n[phone]\nsource = simulator\n");
            IOException wrong = assertThrows(IOException.class, settings::takeOver);
            assertEquals(file + " [inbox] api_key = ***: has a character no key has; letters, digits and - . _ ~ only",
                    wrong.getMessage());
            assertEquals(List.of(), List.copyOf(changes));
            phone.listener().snapshot(List.of(call(CallState.CONNECTED)), Clock.systemUTC().instant());
            assertEquals("ANSWERED", delivered.take());

            Files.writeString(file, Files.readString(file).replace("a b", "other"));
            settings.takeOver();
            assertEquals("other", changes.take().inbox().apiKey().reveal());
            companion.stop();
        }
    }

    @Test
    void theShortcutAndTheTimeThatCallsAreKeptLeaveThePhoneAlone() throws Exception {
        Config before = config("[dial]\nshortcut = Ctrl+Alt+D\n[data]\nkeep_days = 90\n");
        Config after = config("[dial]\nshortcut = Ctrl+F9\n[data]\nkeep_days = 7\n");
        assertNotEquals(before, after);
        assertEquals(before.watching(), after.watching());
        assertNotEquals(before.watching(), config("[dial]\nformat = plus\n").watching());
    }

    private static Config config(String more) throws ConfigException {
        return Config.parse("config.ini", "[agent]\nextension = 201\n[inbox]\napi_key = k\n[phone]\nsource ="
                + " simulator\n" + more);
    }

    private Companion companion(Sandbox sandbox, Phone phone, String key) throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        Companion[] made = new Companion[1];
        Companion companion = new Companion(config(sandbox, "201", key), folder, new Companion.Parts(List.of(phone),
                address -> { }, List.of(this::happened), List.of((registration, delivery) ->
                        delivered.add(registration.kind().name())), () -> status(ready, made),
                Clock.systemUTC(), new PauseSwitch()));
        made[0] = companion;
        ready.countDown();
        companion.start();
        phone.listener().watching();
        return companion;
    }

    private void status(CountDownLatch ready, Companion[] made) {
        boolean shut = ready.getCount() == 0
                && made[0].courierStatus() instanceof io.deskbell.outbox.CourierStatus.Unauthorized;
        if (shut) happened.add("refused key");
    }

    private void happened(CallEvent event) {
        happened.add(event.type().name());
    }

    private static CallReport call(CallState state) {
        return CallReport.of(CallKey.shared("c-1"), state, Clock.systemUTC().instant()).going(Direction.INBOUND)
                .with(new Party.Outside(new PhoneNumber("+31612345678"), ""));
    }

    private static Config config(Sandbox sandbox, String extension, String key) throws ConfigException {
        return Config.parse("config.ini", DeskIni.of(extension, sandbox.address().toString(), key, "simulator", ""));
    }

    /** A phone that says what the test says. */
    private static final class Phone implements PhoneSource {
        private final BlockingQueue<PhoneListener> watched = new LinkedBlockingQueue<>();

        PhoneListener listener() throws InterruptedException {
            PhoneListener listener = watched.take();
            watched.add(listener);
            return listener;
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
        public void watch(PhoneListener listener) throws InterruptedException {
            watched.add(listener);
            new CountDownLatch(1).await();
        }
    }
}
