package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was written is there after the program was killed, again and again, in the middle of writing. */
@Timeout(120)
final class PowerCutTest {
    private static final int KILLS = 6;
    private static final int MOST_EVENTS = 300;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    @TempDir
    private Path folder;

    @Test
    void everyEventWhoseWritingReturnedIsThereAfterTheKill() throws IOException, InterruptedException {
        Set<String> written = new HashSet<>();
        for (int round = 0; round < KILLS; round++) {
            written.addAll(writeUntilKilled(round));
            assertEquals(Set.of(), missing(written), "seed " + seed);
        }
        assertTrue(written.size() >= KILLS, written.size() + " events");
    }

    private List<String> writeUntilKilled(int round) throws IOException, InterruptedException {
        Process diarist = diarist(folder, "round" + round).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = new ArrayList<>();
        int killAfter = 1 + random.nextInt(MOST_EVENTS);
        try (BufferedReader output = diarist.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (lines.size() == killAfter) diarist.toHandle().destroyForcibly(); // Leaves what was said to be read.
            }
        } finally {
            diarist.destroyForcibly();
        }
        diarist.waitFor();
        return lines.stream().filter(line -> line.endsWith(Diarist.END))
                .map(line -> line.substring(0, line.length() - Diarist.END.length())).toList();
    }

    private Set<String> missing(Set<String> written) throws IOException {
        Set<String> missing = new HashSet<>(written);
        try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
            Set<String> waiting = storage.outbox().queues().all().stream().map(Entry::callId)
                    .collect(Collectors.toSet());
            Set<String> logged = storage.log().openCalls().stream().map(call -> call.id())
                    .collect(Collectors.toSet());
            waiting.retainAll(logged);
            missing.removeAll(waiting);
        }
        return missing;
    }

    /** The {@link Diarist} as a program of its own. */
    static ProcessBuilder diarist(Path folder, String name) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", classPath,
                Diarist.class.getName(), folder.toString(), name);
    }
}
