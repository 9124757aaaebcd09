package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreeCxSectionTest {
    private static final String HEAD =
            "[agent]\nextension = 201\n[inbox]\napi_key = abc\n[phone]\nsource = 3cx\n[3cx]\n";

    @Test
    void anAddressAndAClientAreEnough() throws ConfigException {
        ThreeCxSettings settings = read("url = https://pbx.example.com/\nclient_id = 900\nclient_secret = s3cret\n");
        assertEquals(new ThreeCxSettings("https://pbx.example.com", "900", new Secret("s3cret"), "201", Map.of(),
                Optional.empty(), false), settings);
    }

    @Test
    void allElseIsTakenAsWritten() throws ConfigException {
        ThreeCxSettings settings = read("url = https://pbx.example.com:5001\nclient_id = 900\ndn = 1201\n"
                + "queues = 800 +31201234567, 810 0207654321\ndevice = sip:1201@10.0.0.5:5060\ndial = yes\n");
        assertEquals("1201", settings.dn());
        assertEquals(Map.of("800", "+31201234567", "810", "0207654321"), settings.queues());
        assertEquals(Optional.of("sip:1201@10.0.0.5:5060"), settings.device());
        assertTrue(settings.dial());
    }

    @Test
    void theKeyIsASecretAndMayComeFromTheStore() throws ConfigException {
        String text = HEAD + "url = https://pbx.example.com\nclient_id = 900\n";
        Config config = Config.parse("c.ini", text + "client_secret = s3cret\n");
        assertTrue(config.secrets().contains(new Secret("s3cret")));
        assertFalse(config.toString().contains("s3cret"));
        assertTrue(Config.SECRET_KEYS.contains("3cx.client_secret"));
        assertTrue(Keys.find("3cx", "client_secret").orElseThrow().isSecret());
    }

    @Test
    void onThisComputerItselfTheWayMayBeInTheOpen() throws ConfigException {
        for (String host : List.of("127.0.0.1:8080", "localhost", "[::1]:8080")) {
            assertEquals("http://" + host, read("url = http://" + host + "\nclient_id = 900\n").url());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            url =                              | [3cx] url: missing: the telephone system, such as
            url = pbx.example.com              | [3cx] url = pbx.example.com: not an address such as https
            url = http://pbx.example.com       | not an address such as https://pbx.example.com; http:// only for
            url = http://127.evil.example      | not an address such as https
            url = https://pbx.example.com/webclient | not an address such as https
            client_id =                        | [3cx] client_id: missing: the id of the API client, such as 900
            dn = 2/1                           | [3cx] dn = 2/1: not an extension of 3CX such as 201
            queues = 800                       | [3cx] queues = 800: not queues and numbers such as 800 +31201234567
            queues = 800 +31201234567 x        | not queues and numbers such as 800 +31201234567
            dial = call                        | [3cx] dial = call: not one of yes, no
            """)
    void whatIsWrongIsSaidInOneLine(String line, String words) {
        ConfigException wrong = assertThrows(ConfigException.class, () -> read(line));
        assertTrue(wrong.problems().stream().anyMatch(problem -> problem.toString().contains(words)),
                wrong.getMessage());
    }

    private static ThreeCxSettings read(String section) throws ConfigException {
        return Config.parse("config.ini", HEAD + section).systems().threeCx().orElseThrow();
    }
}
