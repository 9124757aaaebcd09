package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section {@code [intake]}: what may stand there, and the one line for each thing that may not. */
class IntakeSectionTest {
    private static final String TOKEN = "token = 0123456789abcdef";

    private static Config read(String... lines) throws ConfigException {
        return Config.parse("config.ini", """
                [agent]
                extension = 201
                [inbox]
                api_key = abc
                [phone]
                source = intake
                [intake]
                """ + String.join("\n", lines));
    }

    private static List<String> faults(String... lines) {
        return assertThrows(ConfigException.class, () -> read(lines)).problems().stream().map(Problem::toString)
                .toList();
    }

    @Test
    void leftOutItListensToThisComputerOnly() throws ConfigException {
        assertEquals(new IntakeSettings(17_201, "127.0.0.1", new Secret("0123456789abcdef"), List.of()),
                read(TOKEN).intake().orElseThrow());
    }

    @Test
    void allOfItWrittenOut() throws ConfigException {
        Config config = read("port = 8080", "bind = fd00::7", TOKEN, "allow = 10.0.0.9, fd00::/8", "record = x.rec",
                "record_masked = yes");
        assertEquals(new IntakeSettings(8_080, "fd00::7", new Secret("0123456789abcdef"),
                List.of("10.0.0.9", "fd00::/8")), config.intake().orElseThrow());
        assertEquals(Map.of("intake", new TapeSettings(Path.of("x.rec"), true)), config.tapes());
    }

    @Test
    void thePortsOfGoIntegratorAreLeftToIt() {
        for (String port : List.of("21047", "21049")) {
            assertEquals(List.of("config.ini [intake] port = " + port
                    + ": Go Integrator listens there; another one such as 17201"), faults(TOKEN, "port = " + port));
        }
    }

    @Test
    void eachFaultIsOneLine() {
        assertEquals(List.of("config.ini [intake] port = 65536: not a port from 0 to 65535"),
                faults(TOKEN, "port = 65536"));
        assertEquals(List.of("config.ini [intake] port = no: not a port from 0 to 65535"), faults(TOKEN, "port = no"));
        assertEquals(List.of("config.ini [intake] token: missing: 16 letters and digits nobody can guess"), faults());
        assertEquals(List.of("config.ini [intake] record_masked = maybe: not one of yes, no"),
                faults(TOKEN, "record_masked = maybe"));
    }

    @Test
    void aTokenThatWillNotDoIsNotRepeated() {
        List<String> faults = faults("token = too-short");
        assertEquals(List.of("config.ini [intake] token = ***: not 16 to 100 letters, digits, - or _"), faults);
        assertFalse(faults("token = 0123456789abcdef/x").toString().contains("abcdef"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "pbx.example.com", "10.0.0", "10.0.0.256", "10.0.0.1.1", "127.0.0.1:80"})
    void whatIsNoAddressCannotBeBound(String bind) {
        assertEquals(List.of("config.ini [intake] bind = " + bind
                + ": not an address of this computer such as 127.0.0.1 or 0.0.0.0"), faults(TOKEN, "bind = " + bind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "fd00::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8", "phone", "10.*"})
    void whatIsNoNetworkCannotBeAllowed(String allow) {
        assertEquals(List.of("config.ini [intake] allow = 10.0.0.9, " + allow
                + ": not addresses or networks such as 10.0.0.9, 192.168.1.0/24"),
                faults(TOKEN, "allow = 10.0.0.9, " + allow));
    }

    @Test
    void severalFaultsAreToldAtOnce() {
        assertEquals(3, faults("port = x", "bind = y", "allow = z", TOKEN).size());
    }
}
