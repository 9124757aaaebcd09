package io.deskbell.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Prints what 1,000 calls, one after the other, leave in memory of the built image, by the process's resident size:
 * {@code mvn -q test-compile exec:exec@memory}. They come faster than Agent Inbox may be asked, so that nearly all of
 * their events still wait. Not a test; run it by hand.
 */
final class CallMemory {
    private static final int CALLS = 1_000;
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private CallMemory() {
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "memory");
        try (HookRig rig = HookRig.start(folder.toAbsolutePath())) {
            long pid = rig.deskbell().pid();
            rig.call(0); // So that what the first call loads is not counted.
            Footprint.pass(SETTLING);
            long before = Footprint.residentKilobytes(pid);
            for (int i = 1; i <= CALLS; i++) {
                rig.call(i);
            }
            long peak = Footprint.residentKilobytes(pid);
            Footprint.pass(SETTLING);
            long after = Footprint.residentKilobytes(pid);
            System.out.printf(Locale.ROOT, "resident: %.1f MB before, %.1f MB right after %d calls, %.1f MB %d s later:"
                    + " %.1f kB a call%n", before / 1024.0, peak / 1024.0, CALLS, after / 1024.0, SETTLING.toSeconds(),
                    (double) (after - before) / CALLS);
        }
    }
}
