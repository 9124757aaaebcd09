package io.deskbell.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Prints how long {@code bin/deskbell-event} keeps a hook waiting, from start to exit code, with the built image
 * running: {@code mvn -q test-compile exec:exec@hook}. Not a test; run it by hand.
 */
final class HookBench {
    private static final int WARM_UP = 20;
    private static final int HOOKS = 200;

    private HookBench() {
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "hook");
        try (HookRig rig = HookRig.start(folder.toAbsolutePath())) {
            double[] millis = new double[HOOKS];
            for (int i = -WARM_UP; i < HOOKS; i++) {
                long begun = System.nanoTime();
                Program hook = rig.event("--source", "microsip", "--state", i % 2 == 0 ? "incoming" : "ended",
                        "--direction", "inbound", "--id", "", "--number", "0612345678");
                int code = hook.exitCode();
                if (i >= 0) millis[i] = (System.nanoTime() - begun) / 1e6;
                if (code != 0) throw new AssertionError("not taken: " + hook.output().lines());
            }
            Arrays.sort(millis);
            System.out.printf(Locale.ROOT, "%d hooks: median %.1f ms, p99 %.1f ms, longest %.1f ms%n", HOOKS,
                    millis[HOOKS / 2], millis[HOOKS * 99 / 100], millis[HOOKS - 1]);
        }
    }
}
