package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real screen with a real window manager: the agent types on while the toast comes and goes. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ToastFocusIT {
    @TempDir
    Path folder;

    @Test
    void theAgentTypesOnWhileTheToastIsThere() throws Exception {
        assumeTrue(XScreen.isPossible(), "needs Xvfb, openbox, xdotool and xterm");
        try (XScreen screen = new XScreen()) {
            Process desk = screen.startJava(ToastOnScreen.class, folder.toString());
            BufferedReader said = desk.inputReader();
            assertEquals("ready", said.readLine());
            screen.start("xterm", "-T", "work", "-e", "cat > " + folder.resolve("typed"));
            String work = screen.tell("xdotool", "search", "--sync", "--onlyvisible", "--name", "^work$");
            screen.tell("xdotool", "windowactivate", "--sync", work);

            desk.outputWriter().append("ring\n").flush();
            assertEquals("shown", said.readLine());
            screen.tell("xdotool", "type", "--delay", "5", "hello");
            screen.tell("xdotool", "key", "Return");
            assertEquals(work, screen.tell("xdotool", "getactivewindow"));
            assertEquals(work, screen.tell("xdotool", "getwindowfocus"));

            desk.outputWriter().append("end\n").flush();
            assertEquals("gone", said.readLine());
            assertEquals(work, screen.tell("xdotool", "getwindowfocus"));
            desk.outputWriter().append("quit\n").flush();
            assertTrue(desk.waitFor(20, TimeUnit.SECONDS));
            assertEquals("hello", Files.readString(folder.resolve("typed")).strip());
        }
    }

    @Test
    void whatTheToastHangsOnTakesNoKeyboardAndIsNotSeen() throws Exception {
        assumeTrue(XScreen.isPossible(), "needs Xvfb, openbox, xdotool and xterm");
        try (XScreen screen = new XScreen()) {
            screen.start("xterm", "-T", "work", "-e", "cat");
            String work = screen.tell("xdotool", "search", "--sync", "--onlyvisible", "--name", "^work$");
            screen.tell("xdotool", "windowactivate", "--sync", work);

            Process desk = screen.startJava(ToastOnScreen.class, folder.toString());
            BufferedReader said = desk.inputReader();
            assertEquals("ready", said.readLine());
            desk.outputWriter().append("ring\n").flush();
            assertEquals("shown", said.readLine());
            assertEquals(work, screen.tell("xdotool", "getwindowfocus"));
            assertEquals(work, screen.tell("xdotool", "search", "--onlyvisible", "--name", "^(Deskbell|work)$"));
            desk.outputWriter().append("quit\n").flush();
            assertTrue(desk.waitFor(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void theWindowOpensAndTheProgramEndsWhenItIsToldTo() throws Exception {
        assumeTrue(XScreen.isPossible(), "needs Xvfb, openbox, xdotool and xterm");
        try (XScreen screen = new XScreen()) {
            Process desk = screen.startJava(DeskOnScreen.class, folder.toString());
            BufferedReader said = desk.inputReader();
            assertEquals("ready", said.readLine());
            String window = screen.tell("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Deskbell$");
            assertEquals("Deskbell", screen.tell("xdotool", "getwindowname", window));
            desk.outputWriter().append("quit\n").flush();
            assertEquals("done", said.readLine());
            assertTrue(desk.waitFor(20, TimeUnit.SECONDS), "JavaFX keeps the program from ending");
            assertEquals(0, desk.exitValue());
        }
    }
}
