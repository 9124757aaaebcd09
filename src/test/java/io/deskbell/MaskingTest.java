package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
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
    void secretsVanishWhereverTheyStand() {
        masking.keepQuiet(List.of("abcde", "abcdefgh", "201"));
        assertEquals("POST /voip/registerevent/*** by 201, then ***", masking.mask(
                "POST /voip/registerevent/abcdefgh by 201, then abcde"));
    }
}
