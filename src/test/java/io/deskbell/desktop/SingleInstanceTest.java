package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SingleInstanceTest {
    @TempDir
    private Path folder;

    private final List<List<String>> heard = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open) each.close();
    }

    @Test
    void aLaterStartHandsOverItsWordsAndGetsAnAnswer() throws Exception {
        first();
        List<String> words = List.of("dial", "+31 20 1234567", "Zoë");
        assertEquals(new Reply(0, "done: [dial, +31 20 1234567, Zoë]"), later().ask(words));
        assertEquals(List.of(words), heard);
    }

    @Test
    void aLaterStartWaitsForAFirstOneThatIsNotReadyYet() throws Exception {
        SingleInstance.First first = claimed();
        SingleInstance.Later later = later();
        Thread soon = Thread.ofVirtual().start(() -> listen(first));
        assertEquals(0, later.ask(List.of("show")).exit());
        soon.join();
    }

    @Test
    void aFirstOneThatNeverListensIsSaidInWords() throws Exception {
        claimed();
        Visitor visitor = new Visitor(folder.resolve(SingleInstance.ADDRESS), Duration.ofMillis(50));
        assertEquals("Deskbell is already running and listens to nobody: end it and start again",
                assertThrows(IOException.class, () -> visitor.ask(List.of("show"))).getMessage());
    }

    @Test
    void aFolderThatCannotBeUsedIsSaidWithWhatToDo() throws IOException {
        Path file = Files.createFile(folder.resolve("a file"));
        for (Path unusable : List.of(file, file.resolve("below it"))) {
            assertEquals("the data folder " + unusable + " cannot be used: it is no folder, or not yours to write in, "
                    + "or the disk is full; name another with --data",
                    assertThrows(IOException.class, () -> SingleInstance.claim(unusable)).getMessage());
        }
    }

    @Test
    void onceItIsClosedTheNextIsTheFirst() throws Exception {
        first().close();
        assertEquals(Optional.empty(), DoorAddress.read(folder.resolve(SingleInstance.ADDRESS)));
        assertInstanceOf(SingleInstance.First.class, claimed());
    }

    @Test
    void whatACrashLeftBehindMisleadsNobody() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.createFile(folder.resolve(SingleInstance.LOCK));
            new DoorAddress(stranger.getLocalPort(), "0".repeat(32)).write(folder.resolve(SingleInstance.ADDRESS));
            claimed();
            assertEquals(Optional.empty(), DoorAddress.read(folder.resolve(SingleInstance.ADDRESS)));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayReadThePassword() throws Exception {
        first();
        assertEquals("rw-------", PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve(SingleInstance.ADDRESS))));
    }

    @Test
    void aStrangerWithoutThePasswordIsNotAnswered() throws Exception {
        first();
        for (String guess : List.of("", "0".repeat(32), address().password().substring(1))) {
            assertEquals(0, said(out -> {
                out.writeUTF(guess);
                Wording.write(out, List.of("show"));
            }).length);
        }
        assertEquals(List.of(), heard);
    }

    @Test
    void garbageDoesNothing() throws Exception {
        first();
        Random random = new Random(1);
        for (int i = 0; i < 30; i++) {
            byte[] garbage = new byte[random.nextInt(1, 20_000)];
            random.nextBytes(garbage);
            if (i % 2 == 0) garbage[0] = 0;
            assertEquals(0, said(out -> out.write(garbage)).length);
        }
        assertEquals(List.of(), heard);
        assertEquals(0, later().ask(List.of("show")).exit());
    }

    @Test
    void thePasswordDoesNotExcuseGarbage() throws Exception {
        first();
        assertEquals(0, said(out -> {
            out.writeUTF(address().password());
            out.writeByte(200);
        }).length);
        assertEquals(0, said(out -> {
            out.writeUTF(address().password());
            out.writeByte(16);
            for (int i = 0; i < 16; i++) out.writeUTF("x".repeat(5_000));
        }).length);
        assertEquals(List.of(), heard);
    }

    @Test
    void aHundredSilentStrangersKeepNobodyWaiting() throws Exception {
        first();
        for (int i = 0; i < 100; i++) open.add(new Socket(InetAddress.getLoopbackAddress(), address().port()));
        assertEquals(0, later().ask(List.of("show")).exit());
    }

    @Test
    void whoSaysNothingIsShownTheDoor() throws Exception {
        first();
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), address().port())) {
            assertEquals(-1, silent.getInputStream().read());
        }
    }

    @Test
    void aRequestThatFailsHurtsNobodyElse() throws Exception {
        SingleInstance.First first = claimed();
        first.listen(words -> {
            if (words.equals(List.of("fail"))) throw new IllegalStateException("fail");
            return new Reply(0, "");
        });
        assertThrows(IOException.class, () -> later().ask(List.of("fail")));
        assertEquals(0, later().ask(List.of("show")).exit());
    }

    @Test
    void tooMuchIsNotSentAtAll() throws Exception {
        first();
        assertThrows(IOException.class, () -> later().ask(List.of("x".repeat(20_000))));
        assertThrows(IOException.class, () -> later().ask(Collections.nCopies(17, "x")));
        assertEquals(List.of(), heard);
    }

    /** installer/windows/event.c writes and reads the same. */
    @Test
    void theLauncherOfWindowsSpeaksInTheseBytes() throws Exception {
        new DoorAddress(1234, "0123456789abcdef".repeat(2)).write(folder.resolve(SingleInstance.ADDRESS));
        assertEquals("1234 0123456789abcdef0123456789abcdef",
                Files.readString(folder.resolve("instance.address"), StandardCharsets.US_ASCII));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Wording.write(new DataOutputStream(bytes), List.of("event", "--name=Zo\u00eb \u20ac\ud83d\ude00", ""));
        assertEquals("03" + "0005" + "6576656e74" + "0015" + "2d2d6e616d653d5a6fc3ab20" + "e282ac" + "eda0bdedb880"
                + "0000", HexFormat.of().formatHex(bytes.toByteArray()));
    }

    @Test
    void theAddressShowsItsPasswordToNoLog() {
        assertEquals("port 7", new DoorAddress(7, "0".repeat(32)).toString());
    }

    private SingleInstance.First first() throws IOException {
        SingleInstance.First first = claimed();
        listen(first);
        return first;
    }

    private SingleInstance.First claimed() throws IOException {
        SingleInstance.First first = assertInstanceOf(SingleInstance.First.class, SingleInstance.claim(folder));
        open.add(first);
        return first;
    }

    private SingleInstance.Later later() throws IOException {
        return assertInstanceOf(SingleInstance.Later.class, SingleInstance.claim(folder));
    }

    private void listen(SingleInstance.First first) {
        try {
            first.listen(words -> {
                heard.add(words);
                return new Reply(0, "done: " + words);
            });
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private DoorAddress address() throws IOException {
        return DoorAddress.read(folder.resolve(SingleInstance.ADDRESS)).orElseThrow();
    }

    private interface Speech {
        void to(DataOutputStream out) throws IOException;
    }

    /** What is answered to it; a door that is slammed while we speak is an answer too. */
    private byte[] said(Speech speech) throws IOException {
        try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), address().port())) {
            speech.to(new DataOutputStream(stranger.getOutputStream()));
            stranger.shutdownOutput();
            return stranger.getInputStream().readAllBytes();
        } catch (SocketException slammed) {
            return new byte[0];
        }
    }
}
