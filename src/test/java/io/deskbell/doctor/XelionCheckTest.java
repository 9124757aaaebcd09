package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.Config;
import io.deskbell.config.XelionSettings;
import io.deskbell.source.PlainPort;
import io.deskbell.source.xelion.XelionAtWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XelionCheckTest {
    private XelionAtWork xelion;

    @BeforeEach
    void start() throws Exception {
        xelion = XelionAtWork.open();
    }

    @AfterEach
    void stop() {
        xelion.close();
    }

    private List<String> look() throws Exception {
        return look(xelion.ini());
    }

    private List<String> look(String section) throws Exception {
        String ini = "[agent]\nextension = 101\n[inbox]\napi_key = abc\n[phone]\nsource = xelion\n[xelion]\n";
        XelionSettings settings = Config.parse("config.ini", ini + section).systems().xelion().orElseThrow();
        return XelionCheck.of(settings, new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("101")),
                Clock.systemUTC(), Duration.ofSeconds(30)).look().stream().map(Finding::toString).toList();
    }

    @Test
    void eachStepIsNamed() throws Exception {
        assertEquals(List.of(
                "ok    xelion     127.0.0.1 is 127.0.0.1",
                "ok    xelion     logged in as agent1, Xelion 8.4.1",
                "ok    xelion     calls are followed of: Agent One, agent1",
                "ok    xelion     told of calls as they happen",
                "ok    xelion     tells callers' numbers at once",
                "ok    xelion     watching agent1 at Xelion on 127.0.0.1",
                "ok    xelion     calls at the phone now: 0"), look());
    }

    @Test
    void aPhoneThatIsNotRegisteredIsSaidToBeWrittenWrong() throws Exception {
        assertEquals(List.of(
                "note  xelion     Xelion does not take [xelion] device_number (404/10052): write the number of the"
                        + " agent's phone as Xelion has it, or leave it out"),
                look(xelion.ini().replace("device_number = 101", "device_number = 999")).stream()
                        .filter(line -> line.startsWith("note")).limit(1).toList());
    }

    @Test
    void aServerThatCannotBeReachedIsSaidWithWhatToLookAt() throws Exception {
        xelion.close();
        assertEquals("FAIL  xelion     Xelion on 127.0.0.1 takes no connection: check [xelion] url, and that no"
                + " firewall is in between", look().getLast());
    }

    @Test
    void aPortWithoutTlsIsSaidToBeOne() throws Exception {
        try (PlainPort plain = PlainPort.open()) {
            String there = xelion.ini().replaceFirst("(?m)^url = .*$", "url = " + plain.url());
            assertEquals("FAIL  xelion     127.0.0.1 does not speak TLS: check the port in [xelion] url",
                    look(there).getLast());
        }
    }

    @Test
    void aPasswordThatWasForgottenIsAskedFor() throws Exception {
        assertEquals("FAIL  xelion     Xelion wants a password: store it with: deskbell secret set xelion.password",
                look(xelion.ini().replaceFirst("(?m)^password = .*$", "")).getLast());
    }
}
