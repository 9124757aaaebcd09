package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoctorReasonTest {
    @Test
    void everyFindingThatIsNotWellSaysWhatToDo() {
        assertEquals(List.of(), Arrays.stream(DoctorReason.values())
                .filter(reason -> reason.mark() != Finding.Mark.WELL)
                .filter(reason -> Stream.of(": ", "; ").noneMatch(reason.english()::contains)).toList());
    }

    @Test
    void aFindingIsToldInTheAgentsLanguageWithItsArguments() {
        Finding few = DoctorReason.CONFIG_READ.found(2, "C:\\config.ini",
                Reason.of(OriginReason.SETS_MANY, 3));
        assertEquals("2. C:\\config.ini: sets 3 keys", few.words());
        assertEquals("2. C:\\config.ini: stelt 3 instellingen in", few.reason().in(Locale.of("nl")));
        assertEquals("2. C:\\config.ini: setzt 3 Einstellungen", few.reason().in(Locale.GERMAN));
    }
}
