package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XelionSectionTest {
    private static final String HEAD =
            "[agent]\nextension = 101\n[inbox]\napi_key = abc\n[phone]\nsource = xelion\n[xelion]\n";
    private static final String ENOUGH = "url = https://xelion.example.com/\nuser = agent1\n";

    @Test
    void aServerAndAUserAreEnough() throws ConfigException {
        assertEquals(new XelionSettings("https://xelion.example.com", "master", "agent1", new Secret("pw"),
                Optional.empty(), new Secret(""), List.of(), Optional.empty(), Optional.empty(), false),
                read(ENOUGH + "password = pw\n"));
    }

    @Test
    void allElseIsTakenAsWritten() throws ConfigException {
        XelionSettings settings = read(ENOUGH + "tenant = acme\nuser_space = desk-7\napp_key = k\nphone = a101, m101\n"
                + "device_number = +31151234567\ndial = yes\n");
        assertEquals("acme", settings.tenant());
        assertEquals(Optional.of("desk-7"), settings.userSpace());
        assertEquals(List.of("a101", "m101"), settings.phones());
        assertEquals(Optional.of("+31151234567"), settings.deviceNumber());
        assertTrue(settings.dial());
    }

    @Test
    void passwordAndAppKeyAreSecrets() throws ConfigException {
        Config config = Config.parse("c.ini", HEAD + ENOUGH + "password = pass-201\napp_key = app-201\n");
        assertTrue(config.secrets().containsAll(List.of(new Secret("pass-201"), new Secret("app-201"))));
        assertFalse(config.toString().contains("-201"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            url =                            | [xelion] url: missing: the Xelion server, such as https://xelion.example
            url = http://xelion.example.com  | http:// only for this computer itself, for the password goes there
            url = https://x.example.com/api  | [xelion] url = https://x.example.com/api: not the address of a server
            user =                           | [xelion] user: missing: the agent's user name at Xelion
            tenant = a/b                     | [xelion] tenant = a/b: not a tenant's name such as master
            device_number = a101             | [xelion] device_number = a101: not a number such as 101 or +31151234567
            certificate = /nowhere.pem       | no such file, or this user may not read it
            dial = call                      | [xelion] dial = call: not one of yes, no
            """)
    void whatIsWrongIsSaidInOneLine(String line, String words) {
        ConfigException wrong = assertThrows(ConfigException.class, () -> read(line));
        assertTrue(wrong.problems().stream().anyMatch(problem -> problem.toString().contains(words)),
                wrong.getMessage());
    }

    private static XelionSettings read(String section) throws ConfigException {
        return Config.parse("config.ini", HEAD + section).systems().xelion().orElseThrow();
    }
}
