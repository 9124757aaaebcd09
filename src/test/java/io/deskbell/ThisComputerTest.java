package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ThisComputerTest {
    /** Two desks of one name at a broker throw each other out for ever. */
    @Test
    void twoAccountsOnOneComputerHaveTwoMarksAndEachItsOwnAtEveryStart() {
        assertNotEquals(ThisComputer.mark("201"), ThisComputer.mark("202"));
        assertEquals(ThisComputer.mark("201"), ThisComputer.mark("201"));
        assertFalse(ThisComputer.mark("agent@example.com").contains("agent"));
    }
}
