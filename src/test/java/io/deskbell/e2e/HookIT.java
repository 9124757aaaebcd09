package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/deskbell-event} as hooks call it: what it says and how it ends, and that no secret lies about. */
final class HookIT {
    @TempDir
    Path folder;

    @Test
    void hooksAreTakenFromTheFirstRingToTheCrash() throws Exception {
        Parts.curl();
        try (HookRig rig = HookRig.start(folder)) {
            assertEquals("0 ", ends(rig.event("--source", "microsip", "--state", "incoming", "--id", "", "--number",
                    "+31612345678")));
            rig.deskbell().awaitRinging();
            assertEquals("0 ", ends(rig.event("event", "--state=answered", "--source=microsip", "0612345678")));
            rig.deskbell().awaitAnswered();
            assertEquals("0 ", ends(rig.event("--source", "generic", "--state", "ringing", "--direction", "inbound",
                    "--number", "0301234567", "--name", "P. Jansen & \"Zo\u00eb\"")), "goes the slow way");
            rig.deskbell().awaitRinging();

            String unknown = ends(rig.event("--source", "microsip", "--state", "hoover"));
            assertTrue(unknown.startsWith("2 microsip: event (or state) is missing or none we know"), unknown);
            assertTrue(ends(rig.event("--source", "nokia")).startsWith("2 no such profile"));
            assertFalse(holdsTheToken(rig.data()), "the token lies in a file of the data folder");

            rig.deskbell().kill();
            assertTrue(Files.exists(rig.data().resolve("event/socket")), "a crash leaves the socket behind");
            assertEquals("1 Deskbell is not running: this was not registered",
                    ends(rig.event("--source", "microsip", "--state", "ended")));
        }
    }

    /** Which names there are is what whoever writes a hook asks first, and Deskbell need not run for it. */
    @Test
    void helpAndSlipsAreAnsweredWhetherOrNotDeskbellRuns() throws Exception {
        for (String asked : List.of("--help", "-h")) {
            String help = ends(HookRig.event(folder, asked));
            assertTrue(help.startsWith("0 deskbell event --state STATE"), help);
            assertTrue(help.contains("--direction") && help.contains("--filter"), help);
        }
        String slip = ends(HookRig.event(folder, "--state", "ringing", "--nubmer", "0612345678"));
        assertTrue(slip.startsWith("2 generic: a name stands there that is none we know"), slip);
        assertFalse(slip.contains("0612345678"), slip);
    }

    /** Exit code and words. */
    private static String ends(Program hook) throws InterruptedException {
        int code = hook.exitCode();
        hook.close();
        return code + " " + hook.output().lines().strip();
    }

    private static boolean holdsTheToken(Path data) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(data)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        byte[] token = HookRig.TOKEN.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            for (int i = 0; i + token.length <= content.length; i++) {
                if (Arrays.equals(content, i, i + token.length, token, 0, token.length)) return true;
            }
        }
        return false;
    }
}
