package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.source.RegisteringDesk;
import io.deskbell.source.tapi.TapiTranslator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    private static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));

    private final Masking masking = new Masking();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rings: +31612345678            | rings: …78
            rings: +31 6 1234 5678 now     | rings: …78 now
            0612345678@pbx                 | …78@pbx
            ?phone=%2B31612345678&x=1      | ?phone=…78&x=1
            watching 201 on 10.0.0.5:5060  | watching 201 on 10.0.0.5:5060
            took 12345 ms                  | took 12345 ms
            """)
    void numbersLoseAllButTheirEnd(String text, String masked) {
        assertEquals(masked, masking.mask(text));
    }

    @Test
    void theNameOfACallOfWindowsIsNoNumber() throws Exception {
        RegisteringDesk desk = new RegisteringDesk("201");
        new TapiTranslator(PLAN).came("tapi-call",
                "CALLSTATE call=0x1_0001 state=OFFERING detail=0x0 changed=0x0\n"
                + "info device=0x0 address=0x0 media=0x4 id=0x0 related=0x0 origin=INBOUND reason=DIRECT trunk=0x0\n"
                + "caller flags=ADDRESS number=\"0612345678\" name=\"\"\n",
                Instant.parse("2026-01-05T09:00:00Z"), desk);
        String name = desk.events().getFirst().call().id();
        assertEquals(name, masking.mask(name));
    }

    @Test
    void secretsVanishWhereverTheyStand() {
        masking.keepQuiet(List.of("abcde", "abcdefgh", "201"));
        assertEquals("POST /voip/registerevent/*** by 201, then ***", masking.mask(
                "POST /voip/registerevent/abcdefgh by 201, then abcde"));
    }
}
