package io.deskbell.dial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.DialPlan;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.source.Dialer;
import io.deskbell.source.Dialer.Calling;
import io.deskbell.source.Dialer.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchboardTest {
    private final List<String> dialled = new ArrayList<>();

    @Test
    void theFirstThatCanDials() throws Exception {
        Switchboard switchboard = new Switchboard(plan(), List.of(way("source"), way("url")));
        assertTrue(switchboard.canDial());
        assertEquals(new Calling(), switchboard.dial(read(switchboard, "tel:+31-6-12345678").number(), () -> { }));
        assertEquals(List.of("source 0612345678"), dialled);
    }

    @Test
    void whereNothingDialsThatIsSaid() throws Exception {
        Switchboard switchboard = new Switchboard(plan(), List.of());
        assertFalse(switchboard.canDial());
        assertEquals(new Dialer.NotSetUp(), switchboard.dial(read(switchboard, "202").number(), () -> { }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tel:", "tel:*21*0612345678%23", "javascript:alert(1)", "201", "callto:jansen",
        "tel:0612345678;phone-context=example.com\n--config=x", "12345678901234567"})
    void whatIsNoNumberIsRefusedWithoutRepeatingIt(String written) {
        Switchboard.Reading reading = new Switchboard(plan(), List.of()).read(written);
        if (reading instanceof Switchboard.Number number) {
            assertTrue(number.number().digits().matches("\\+?[0-9]+"));
        } else {
            String words = assertInstanceOf(Switchboard.NoNumber.class, reading).words();
            assertTrue(written.length() < 3 || !words.contains(written), words);
        }
    }

    @Test
    void aCommandGetsTheNumberAsAnArgumentOfItsOwn() throws Exception {
        List<List<String>> started = new ArrayList<>();
        CommandDialer dialer = new CommandDialer(List.of("/opt/soft phone/dial", "--call={number}"),
                (command, patience) -> {
                    started.add(command);
                    return OptionalInt.empty();
                });
        assertEquals(new Calling(), dialer.dial("0612345678", () -> { }));
        assertEquals(List.of(List.of("/opt/soft phone/dial", "--call=0612345678")), started);
    }

    @Test
    void aCommandThatFailsSaysWhichKeyToCheck() throws Exception {
        assertEquals(new Refused("phone ended with 3: check [dial] command"),
                new CommandDialer(List.of("phone", "{number}"), (command, patience) -> OptionalInt.of(3))
                        .dial("202", () -> { }));
        assertEquals(new Refused("phone cannot be started: check [dial] command"),
                new CommandDialer(List.of("phone", "{number}"), (command, patience) -> {
                    throw new IOException("no such file");
                }).dial("202", () -> { }));
    }

    private Dialer way(String name) {
        return (digits, pickUp) -> {
            dialled.add(name + " " + digits);
            return new Calling();
        };
    }

    private static Switchboard.Number read(Switchboard switchboard, String written) {
        return assertInstanceOf(Switchboard.Number.class, switchboard.read(written));
    }

    private static DialPlan plan() {
        return new DialPlan(new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201")), "NL", "", false);
    }
}
