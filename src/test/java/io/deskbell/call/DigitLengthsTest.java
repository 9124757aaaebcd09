package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitLengthsTest {
    private static List<Integer> included(String written) {
        DigitLengths lengths = new DigitLengths(written);
        return IntStream.rangeClosed(0, 20).filter(lengths::include).boxed().toList();
    }

    @Test
    void rangesAndSingleLengthsMayBeListed() {
        assertEquals(List.of(2, 3, 4, 5), included("2..5"));
        assertEquals(List.of(3), included(" 3 "));
        assertEquals(List.of(3, 5, 6), included("3, 5 .. 6"));
        assertEquals(List.of(1, 15), included("1,15"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "2-5", "5..2", "0", "16", "2..", "..5", "3,,4", "-1", "2..5..7", "100"})
    void anythingElseIsRefused(String written) {
        assertThrows(IllegalArgumentException.class, () -> new DigitLengths(written));
    }
}
