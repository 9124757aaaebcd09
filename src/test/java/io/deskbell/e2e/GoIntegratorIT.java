package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.sandbox.DeskIni;
import io.deskbell.source.intake.GoIntegratorConsole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules that {@code deskbell phones gointegrator} prints, run as a Go Integrator would run them by the simulator
 * that a person can try: they start the built image, which hands what they say to the one that runs.
 */
@Timeout(180)
final class GoIntegratorIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;
    private final Transcript<String> said = new Transcript<>();

    @Test
    void callsAreRegisteredFromTheRulesThatArePrinted() throws Exception {
        try (ScriptedInbox inbox = ScriptedInbox.start(); DeskbellProcess desk = start(inbox)) {
            desk.awaitWatching();
            GoIntegratorConsole phone = phone();

            phone.obey("ring 0612345678 P. \"Piet\" Jansen");
            desk.awaitRinging();
            phone.obey("connect 1");
            desk.awaitAnswered();
            phone.obey("ring 0201234567");
            desk.awaitRinging();
            phone.obey("set both yes; miss 2");
            awaitEnd("missed or completed");
            awaitEnd("missed or completed");
            phone.obey("complete 1");
            assertEquals(List.of(Expected.ANSWERED, Expected.DISCONNECTED), inbox.received(2, PATIENCE), desk::log);

            phone.obey("set twice yes; set id left; dial 0612345678");
            desk.awaitRinging();
            phone.obey("connect 3");
            desk.awaitAnswered();
            phone.obey("complete 3");
            String answered = Expected.outbound(Expected.ANSWERED).replace("call 1", "call 2");
            assertEquals(List.of(answered, answered.replace("Answered", "Disconnected")),
                    inbox.received(4, PATIENCE).subList(2, 4), desk::log);
        }
    }

    @Test
    void aCallWithoutIdIsKnownByTheDeskbellThatIsStartedAfterACrash() throws Exception {
        try (ScriptedInbox inbox = ScriptedInbox.start()) {
            String ini = ini(inbox);
            GoIntegratorConsole phone;
            try (DeskbellProcess desk = DeskbellProcess.start(Parts.image(), folder, ini)) {
                desk.awaitWatching();
                phone = phone();
                phone.obey("set id left; ring 0612345678");
                desk.awaitRinging();
                phone.obey("connect 1");
                inbox.received(1, PATIENCE);
                desk.kill();
            }
            try (DeskbellProcess desk = DeskbellProcess.start(Parts.image(), folder, ini)) {
                desk.awaitWatching();
                phone.obey("complete 1");
                assertEquals(List.of(Expected.ANSWERED, Expected.DISCONNECTED), inbox.received(2, PATIENCE), desk::log);
            }
        }
    }

    @Test
    void aRuleThatFindsNoDeskbellSaysSo() throws Exception {
        try (ScriptedInbox inbox = ScriptedInbox.start(); DeskbellProcess desk = start(inbox)) {
            desk.awaitWatching();
            GoIntegratorConsole phone = phone();
            desk.stop();
            phone.obey("lose; ring; connect 1");
            assertEquals("call 1", said.await("the call", line -> line.startsWith("call")));
            assertEquals("Connected, in: started, exit code 1, Deskbell is not running: this was not registered",
                    said.await("the end of the program", line -> line.startsWith("Connected")));
            assertTrue(said.all().contains("Ringing, in: not started"), said::lines);
        }
    }

    private DeskbellProcess start(ScriptedInbox inbox) throws Exception {
        return DeskbellProcess.start(Parts.image(), folder, ini(inbox));
    }

    private static String ini(ScriptedInbox inbox) throws Exception {
        return DeskIni.of("201", inbox.url(), ScriptedInbox.KEY, "intake", "port = " + Ports.free(1));
    }

    /** With the rules that are printed for that Deskbell. */
    private GoIntegratorConsole phone() throws Exception {
        try (Program printing = DeskbellProcess.run(Parts.image(), folder, Map.of(), "--config",
                folder.resolve("config.ini").toString(), "--data", folder.resolve("data").toString(), "phones",
                "gointegrator")) {
            assertEquals(0, printing.exitCode(), () -> printing.output().lines());
            return new GoIntegratorConsole(printing.output().all(), said::add);
        }
    }

    private void awaitEnd(String what) throws InterruptedException {
        said.await(what, line -> line.matches("(Missed|Completed), in: started, exit code 0"));
    }
}
