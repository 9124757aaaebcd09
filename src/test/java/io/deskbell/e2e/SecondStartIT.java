package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The image started a second time by the same user. */
@Timeout(120)
final class SecondStartIT {
    private static final int STARTS = 9;

    @TempDir
    private Path folder;

    @Test
    void aSecondStartSaysThatOneIsRunningAndLeavesQuickly() throws Exception {
        Path image = Parts.image();
        try (ScriptedInbox inbox = ScriptedInbox.start();
                DeskbellProcess first = DeskbellProcess.start(image, folder, nobodyThere(inbox))) {
            first.awaitLost();
            String data = folder.resolve("deskbell of 201").resolve("data").toString();
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < STARTS; i++) {
                long began = System.nanoTime();
                try (Program second = DeskbellProcess.run(image, folder, Map.of(), "--data", data)) {
                    assertEquals(0, second.exitCode(), () -> second.output().lines() + first.log());
                    millis.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
                    second.output().await("what it says", "Deskbell is already running, without a window"::equals);
                }
            }
            millis.sort(null);
            System.out.println("second start, " + STARTS + " times: " + millis + " ms");
            assertTrue(millis.getFirst() < 1_000, millis::toString);
        }
    }

    @Test
    void afterACrashTheNextStartIsTheFirst() throws Exception {
        try (ScriptedInbox inbox = ScriptedInbox.start()) {
            try (DeskbellProcess first = DeskbellProcess.start(Parts.image(), folder, nobodyThere(inbox))) {
                first.awaitLost();
                first.kill();
            }
            try (DeskbellProcess next = DeskbellProcess.start(Parts.image(), folder, nobodyThere(inbox))) {
                next.awaitLost();
            }
        }
    }

    private static DeskbellIni nobodyThere(ScriptedInbox inbox) throws IOException {
        return new DeskbellIni("201", inbox.url(), "sip:127.0.0.1:" + Ports.free(1) + ";transport=tcp",
                Optional.empty());
    }
}
