package io.deskbell.source.tapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.deskbell.source.LineLostException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A telephony driver in C, built from Windows' tapi.h and loaded as a library of this computer: it does what it is told
 * and notes what is done wrong with it. One of each width for the whole process, so each test begins with a fresh one.
 */
final class FakeTapi {
    private static final Map<TapiLayout, FakeTapi> BUILT = new HashMap<>();

    private final Control control;
    private final Path library;
    private final TapiLayout layout;

    /** What the driver has beside TAPI's functions: see script.c. */
    interface Control extends Library {
        int fake_do(String line);

        int fake_report(byte[] into, int room);

        void fake_pass();

        void fake_await_rest();

        int fake_await_sleep(int milliseconds);

        void fake_reset();
    }

    private FakeTapi(TapiLayout layout, Path library) {
        this.layout = layout;
        this.library = library;
        this.control = Native.load(library.toString(), Control.class);
    }

    /** As wide as this process. */
    static FakeTapi fresh() throws IOException, InterruptedException {
        return fresh(TapiLayout.BITS_64);
    }

    /** With structures as a process of that width has them. */
    static synchronized FakeTapi fresh(TapiLayout layout) throws IOException, InterruptedException {
        if (!BUILT.containsKey(layout)) {
            BUILT.put(layout, new FakeTapi(layout, built(layout.equals(TapiLayout.BITS_32))));
        }
        FakeTapi driver = BUILT.get(layout);
        driver.control.fake_reset();
        return driver;
    }

    private static Path built(boolean narrow) throws IOException, InterruptedException {
        Path library = Compiler.target().resolve(narrow ? "libfaketapi32.so" : "libfaketapi.so");
        Files.deleteIfExists(library);
        // Each keeps to itself (-Bsymbolic): those of the other width have the same names.
        List<String> words = new ArrayList<>(List.of("-shared", "-fPIC", "-O1", "-fvisibility=hidden",
                "-Wl,-Bsymbolic", "-o", library.toString(), "-lpthread"));
        if (narrow) words.add("-DNARROW");
        for (String file : List.of("tapi32.c", "script.c", "system.c")) {
            words.add(Compiler.SOURCES.resolve(file).toString());
        }
        Compiler.here(words.toArray(String[]::new));
        return library;
    }

    /** Windows, as far as a line is watched with it. */
    Windows windows() throws LineLostException {
        Windows loaded = Windows.named(library.toString(), library.toString());
        return new Windows(loaded.tapi(), loaded.waits(), layout);
    }

    /** Tells the driver what to do, a line each. */
    void does(String... lines) {
        for (String line : lines) {
            assertEquals(0, control.fake_do(line), "the driver does not understand: " + line);
        }
    }

    /** Whoever waits for a time has waited long enough. */
    void timePasses() {
        control.fake_pass();
    }

    /** Until nobody uses the driver any more. */
    void awaitRest() {
        control.fake_await_rest();
    }

    /** Until somebody waits for messages; false when nobody does within five seconds. */
    boolean awaitsSleep() {
        return control.fake_await_sleep(5_000) != 0;
    }

    /** {@code apps=0 open=0 held=0} when all was given back and nothing was done wrong. */
    String standing() {
        byte[] text = new byte[512];
        int length = control.fake_report(text, text.length);
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }
}
