package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MicroSipIniTest {
    private static final String BEFORE = "\ufeff[Settings]\r\naccountId=1\r\ncmdCallEnd=mine.exe\r\ncmdCallRing=\r\n"
            + "[Account1]\r\nlabel=Zo\u00eb\r\n";

    @TempDir
    private Path folder;

    static Stream<Charset> charsets() {
        return Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void whatStandsThereStaysAndSoDoesTheEncoding(Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("microsip.ini"), BEFORE.getBytes(charset));

        MicroSipIni.Written written = MicroSipIni.add(file, Map.of("cmdCallEnd", "ours", "cmdCallRing", "ours"));

        assertEquals(List.of("cmdCallEnd"), written.kept());
        assertEquals(1, written.changed());
        assertEquals(BEFORE.replace("cmdCallRing=", "cmdCallRing=ours"), Files.readString(file, charset));
        assertArrayEquals(BEFORE.getBytes(charset), Files.readAllBytes(written.backup()));
    }

    @Test
    void writtenTwiceItIsWrittenOnceAndTheBackupIsTheFirst() throws IOException {
        Path file = Files.writeString(folder.resolve("microsip.ini"), "[Settings]\n");
        Map<String, String> hooks = PhoneTable.microSipHooks("C:\\Deskbell\\bin\\Deskbell.exe");
        MicroSipIni.add(file, hooks);
        String once = Files.readString(file);
        MicroSipIni.Written again = MicroSipIni.add(file, hooks);

        assertEquals(once, Files.readString(file));
        assertEquals(List.of(), again.kept());
        assertEquals("[Settings]\n", Files.readString(again.backup()));
    }

    @Test
    void aCommandTooLongForMicroSipIsNotWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("microsip.ini"), "[Settings]\n");
        assertThrows(IOException.class, () -> MicroSipIni.add(file, Map.of("cmdCallEnd", "x".repeat(256))));
        assertEquals("[Settings]\n", Files.readString(file));
    }
}
