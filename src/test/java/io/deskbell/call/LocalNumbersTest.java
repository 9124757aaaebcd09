package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalNumbersTest {
    private final PhoneNumber dutch = new PhoneNumber("+31612345678");
    private final PhoneNumber german = new PhoneNumber("+4930901820");

    @Test
    void aNumberOfTheCountryIsWrittenShort() {
        assertEquals(List.of("06 12345678", "+49 30 901820"),
                List.of(new LocalNumbers("nl").shown(dutch), new LocalNumbers("NL").shown(german)));
    }

    @Test
    void aCountryWithoutTelephonesSeesEveryNumberAsForeign() {
        assertEquals("+31 6 12345678", new LocalNumbers("AQ").shown(dutch));
    }

    @Test
    void aNumberNobodyKnowsStaysAsItIs() {
        assertEquals("+999123", new LocalNumbers("NL").shown(new PhoneNumber("+999123")));
    }
}
