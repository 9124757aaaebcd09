package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sections of phones on the desk and softphones on the computer. */
class NearbySectionsTest {
    private static final String HEAD = "[agent]\nextension = 201\n[inbox]\napi_key = abc\n[phone]\nsource = ";
    private static final String FINGERPRINT = "AB:".repeat(31) + "0F";

    @Test
    void anAddressAndAPasswordAreEnoughForAPoly() throws ConfigException {
        PollSettings poll = read("poll", "[poll]\naddress = https://192.168.1.20/\npassword = s3cret\n").poll()
                .orElseThrow();
        assertEquals(new PollSettings(PollSettings.Make.POLY, PollSettings.Login.PASSCODE, "https://192.168.1.20",
                "Polycom", new Secret("s3cret"), Optional.empty(), Duration.ofSeconds(2), Duration.ofMillis(500),
                false), poll);
    }

    @Test
    void aGrandstreamLogsInWithItsPasscodeOnly() throws ConfigException {
        PollSettings poll = read("poll", "[poll]\nmake = Grandstream\naddress = http://10.0.0.9\nfingerprint = "
                + FINGERPRINT + "\nrest = 5\nbusy = 1000\ndial = yes\n").poll().orElseThrow();
        assertEquals("", poll.user());
        assertEquals(Optional.of("ab".repeat(31) + "0f"), poll.fingerprint());
        assertEquals(List.of(Duration.ofSeconds(5), Duration.ofSeconds(1)), List.of(poll.rest(), poll.busy()));
        assertTrue(poll.dial());
    }

    @Test
    void aGrandstreamThatWantsASessionIsLoggedInAtAsItsAdministrator() throws ConfigException {
        String session = "login = session\naddress = https://10.0.0.9\n";
        PollSettings poll = read("poll", "[poll]\nmake = grandstream\n" + session).poll().orElseThrow();
        assertEquals(PollSettings.Login.SESSION, poll.login());
        assertEquals("admin", poll.user());
        assertEquals("user", read("poll", "[poll]\nmake = grandstream\nuser = user\n" + session).poll().orElseThrow()
                .user());
        assertEquals(PollSettings.Login.PASSCODE, read("poll", "[poll]\n" + session).poll().orElseThrow().login());
    }

    @Test
    void softphonesNeedNothingAtAll() throws ConfigException {
        NearbyPhones phones = read("baresip, fritzbox, bria, tinyphone", "");
        assertEquals(Optional.of(new BaresipSettings("127.0.0.1", 4444, false)), phones.baresip());
        assertEquals(Optional.of(new FritzBoxSettings("fritz.box", 1012, List.of(), List.of())), phones.fritzbox());
        assertEquals("wss://cpclientapi.softphone.com:9002/counterpath/socketapi/v1/",
                phones.bria().orElseThrow().url());
        assertEquals("http://127.0.0.1:6060", phones.tinyphone().orElseThrow().url());
        assertEquals(Optional.empty(), phones.poll());
    }

    @Test
    void thePasswordOfThePhoneIsASecret() throws ConfigException {
        String text = "poll\n[poll]\naddress = http://10.0.0.9\npassword = s3cret\n";
        assertTrue(Config.parse("c.ini", HEAD + text).secrets().contains(new Secret("s3cret")));
        assertFalse(Config.parse("c.ini", HEAD + text).toString().contains("s3cret"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            poll | address =                     | [poll] address: missing: the phone's address, such as
            poll | address = 192.168.1.20        | [poll] address = 192.168.1.20: not the address of a phone such as
            poll | address = http://h/api        | [poll] address = http://h/api: not the address of a phone such as
            poll | make = polycom                | [poll] make = polycom: not one of poly, grandstream
            poll | login = basic                 | [poll] login = basic: not one of passcode, session
            poll | fingerprint = AB:CD           | [poll] fingerprint = AB:CD: not the SHA-256 fingerprint of a
            poll | rest = 0                      | [poll] rest = 0: not a number of seconds from 1 to 60
            poll | busy = 50                     | [poll] busy = 50: not a number of milliseconds from 200 to 5000
            poll | dial = call                   | [poll] dial = call: not one of yes, no
            baresip | host = a b                 | [baresip] host = a b: not the name or address of a computer
            baresip | port = 0                   | [baresip] port = 0: not a port from 1 to 65535
            fritzbox | ports = ten               | [fritzbox] ports = ten: not numbers separated by commas
            bria | url = https://127.0.0.1       | [bria] url = https://127.0.0.1: not an address that begins with wss
            tinyphone | url = localhost:6060     | [tinyphone] url = localhost:6060: not an address such as http
            """)
    void whatIsWrongIsSaidInOneLine(String source, String line, String words) {
        ConfigException wrong = assertThrows(ConfigException.class, () -> read(source, "[" + source + "]\n" + line));
        assertTrue(wrong.problems().stream().anyMatch(problem -> problem.toString().contains(words)),
                wrong.getMessage());
    }

    private static NearbyPhones read(String sources, String sections) throws ConfigException {
        return Config.parse("config.ini", HEAD + sources + "\n" + sections).nearby();
    }
}
