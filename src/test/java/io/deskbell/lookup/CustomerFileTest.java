package io.deskbell.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskbell.call.PhoneNumber;
import io.deskbell.outbox.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list that changes while calls come in. */
class CustomerFileTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+31612345678");

    @TempDir
    Path folder;
    private final FakeClock clock = new FakeClock();
    private Instant written = clock.instant();
    private Path path;
    private CustomerFile file;

    @BeforeEach
    void begin() {
        path = folder.resolve("customers.csv");
        file = new CustomerFile(Lists.settings(path), Lists.PLAN, clock);
    }

    @Test
    void whoAsksBeforeTheFirstLookGetsTheAnswerAfterIt() throws Exception {
        write("phone;id\n0612345678;1\n");
        var early = file.find(NUMBER);
        assertFalse(early.isDone());
        file.look();
        assertEquals("1 -", Lists.who(early.get()));
    }

    @Test
    void aChangeIsTakenOnceTheFileIsLeftAlone() throws Exception {
        write("phone;id\n0612345678;1\n");
        file.look();
        write("phone;id\n0612345678;2\n");
        file.look();
        assertEquals("1 -", found());
        clock.advance(CustomerFile.QUIET);
        file.look();
        assertEquals("2 -", found());
    }

    @Test
    void aFileThatIsBeingWrittenIsNotReadHalfway() throws Exception {
        write("phone;id\n0612345678;1\n");
        file.look();
        write("phone;id\n");
        file.look();
        clock.advance(Duration.ofSeconds(1));
        append("0687654321;9\n06123");
        file.look();
        clock.advance(CustomerFile.QUIET);
        file.look();
        assertEquals("1 -", found());
        append("45678;2\n");
        file.look();
        clock.advance(CustomerFile.QUIET);
        file.look();
        assertEquals("2 -", found());
    }

    @Test
    void aLastLineWithoutAnEndIsReadInTheEnd() throws Exception {
        write("phone;id\n0612345678;1\n");
        file.look();
        write("phone;id\n0612345678;2");
        file.look();
        clock.advance(CustomerFile.QUIET_MID_LINE);
        file.look();
        assertEquals("2 -", found());
    }

    @Test
    void whileTheFileIsMissingOrCannotBeUsedTheOneBeforeHolds() throws Exception {
        write("phone;id\n0612345678;1\n");
        file.look();
        Files.delete(path);
        file.look();
        assertEquals("1 -", found());
        write("nothing;of\nuse;here\n");
        file.look();
        clock.advance(CustomerFile.QUIET);
        file.look();
        assertEquals("1 -", found());
        write("phone;id\n0612345678;3\n");
        file.look();
        clock.advance(CustomerFile.QUIET);
        file.look();
        assertEquals("3 -", found());
    }

    @Test
    void withoutAFileNobodyWaits() throws Exception {
        file.look();
        assertEquals("- -", found());
    }

    private String found() throws Exception {
        return Lists.who(file.find(NUMBER).get());
    }

    /** At another moment each time, as on a disk that counts no finer than seconds. */
    private void write(String text) throws IOException {
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, laterByOne());
    }

    private void append(String text) throws IOException {
        Files.writeString(path, text, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(path, laterByOne());
    }

    private FileTime laterByOne() {
        written = written.plusSeconds(1);
        return FileTime.from(written);
    }
}
