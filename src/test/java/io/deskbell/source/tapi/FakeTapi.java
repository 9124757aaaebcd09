package io.deskbell.source.tapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.deskbell.source.LineLostException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A telephony driver in C, built from Windows' tapi.h and loaded as a library of this computer: it does what it is told
 * and notes what is done wrong with it. One for the whole process, so each test begins with {@link #fresh}.
 */
final class FakeTapi {
    private static Control control;
    private static Path library;

    /** What the driver has beside TAPI's functions: see script.c. */
    interface Control extends Library {
        int fake_do(String line);

        int fake_report(byte[] into, int room);

        void fake_pass();

        void fake_await_rest();

        int fake_await_sleep(int milliseconds);

        void fake_reset();
    }

    private FakeTapi() {
    }

    static synchronized FakeTapi fresh() throws IOException, InterruptedException {
        if (control == null) {
            library = Compiler.target().resolve("libfaketapi.so");
            Files.deleteIfExists(library);
            Compiler.here(Stream.concat(Stream.of("-shared", "-fPIC", "-O1", "-fvisibility=hidden", "-o",
                    library.toString(), "-lpthread"), Stream.of("tapi32.c", "script.c", "system.c")
                    .map(file -> Compiler.SOURCES.resolve(file).toString())).toArray(String[]::new));
            control = Native.load(library.toString(), Control.class);
        }
        control.fake_reset();
        return new FakeTapi();
    }

    /** Windows, as far as a line is watched with it. */
    Windows windows() throws LineLostException {
        return Windows.named(library.toString(), library.toString());
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
