package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisModelTest {
    private final ACheckUp checkUp = new ACheckUp();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final Deque<Runnable> screen = new ArrayDeque<>();
    private final DiagnosisModel model = new DiagnosisModel(checkUp, new Words(Locale.ENGLISH), new Background(),
            screen::add);

    @TempDir
    private Path folder;

    @Test
    void eachFindingIsShownAsItComes() {
        model.begin();
        assertEquals(0, model.progress().get());
        later.pop().run();
        screen.pop().run();
        screen.pop().run();
        assertEquals(ACheckUp.LINES.subList(0, 1), model.lines());
        screen.pop().run();
        assertEquals(0.25, model.progress().get());
        everything();
        assertEquals(ACheckUp.LINES, model.lines());
        assertEquals(1, model.progress().get());
        assertEquals("1 thing to mend.", model.verdict().get());
    }

    @Test
    void aLookThatWasBegunAnewSaysNothingMoreOfTheOldOne() {
        model.begin();
        later.pop().run();
        model.begin();
        everything();
        assertEquals(ACheckUp.LINES, model.lines());
    }

    @Test
    void aWindowThatWasClosedHearsNothing() {
        model.begin();
        later.pop().run();
        model.end();
        everything();
        assertEquals(List.of(), model.lines());
    }

    @Test
    void theCopyIsALineAFinding() {
        model.begin();
        everything();
        List<String> copied = model.text().lines().toList();
        assertEquals("Good  Name lookup (DNS): api.robinhq.com is 192.0.2.7", copied.getFirst());
        assertTrue(copied.get(2).startsWith("Broken  Certificate (TLS): "));
        assertEquals("Good  something.new: a part this window has no name for", copied.get(3));
        assertEquals("1 thing to mend.", copied.getLast());
    }

    @Test
    void aPhoneHasTheNameItIsChosenBy() {
        assertEquals("FRITZ!Box", model.part(new CheckUp.Line(CheckUp.Level.WELL, "fritzbox", "")));
    }

    @Test
    void aBundleIsShownBeforeItIsWritten() {
        Path file = folder.resolve("bundle.zip");
        model.prepareBundle();
        everything();
        assertEquals(List.of("doctor.txt, 1 kB", "log/deskbell.log, 390 kB · struck out: 12 numbers, 1 secret"),
                model.contents());
        assertFalse(Files.exists(file));
        model.save(file);
        everything();
        assertTrue(Files.exists(file));
        assertEquals("Saved as " + file + ". Have a look into it before you send it.", model.notice().get());
        assertEquals(List.of(), model.contents());
    }

    @Test
    void whatFailsIsSaidInWords() throws IOException {
        checkUp.trouble = "the log cannot be read";
        model.prepareBundle();
        everything();
        assertEquals("The bundle could not be saved: the log cannot be read", model.notice().get());
        assertTrue(model.bundle().get().isEmpty());
    }

    private void everything() {
        while (!later.isEmpty()) later.pop().run();
        while (!screen.isEmpty()) screen.pop().run();
    }

    /** Keeps what is to be done until the test does it. */
    private final class Background extends AbstractExecutorService {
        @Override
        public void execute(Runnable work) {
            later.add(work);
        }

        @Override
        public void shutdown() {
            later.clear();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return new ArrayList<>(later);
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long time, TimeUnit unit) {
            return true;
        }
    }
}
