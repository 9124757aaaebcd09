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

class AsteriskSectionTest {
    private static final String HEAD = "[agent]\nextension = 201\n[inbox]\napi_key = abc\n[phone]\nsource = asterisk\n"
            + "[asterisk]\n";

    private static Config config(String lines) throws ConfigException {
        return Config.parse("c.ini", HEAD + lines);
    }

    private static AsteriskSettings read(String lines) throws ConfigException {
        return config(lines).systems().asterisk().orElseThrow();
    }

    @Test
    void aHostIsEnough() throws ConfigException {
        assertEquals(new AsteriskSettings("pbx.example.com", 5038, false, Optional.empty(), "deskbell", new Secret(""),
                List.of("PJSIP/{extension}", "SIP/{extension}"), "from-internal", Optional.empty(), false),
                read("host = pbx.example.com\n"));
    }

    @Test
    void anEncryptedInterfaceHasAPortOfItsOwn() throws ConfigException {
        assertEquals(5039, read("host = pbx\ntls = yes\n").port());
        assertEquals(15039, read("host = pbx\ntls = yes\nport = 15039\n").port());
    }

    @Test
    void theSecretOfTheManagerUserIsASecret() throws ConfigException {
        Config config = config("host = pbx\nsecret = s3cret\n");
        assertTrue(config.secrets().contains(new Secret("s3cret")));
        assertTrue(Config.SECRET_KEYS.contains("asterisk.secret"));
        assertFalse(config.toString().contains("s3cret"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            port = 5038                            | [asterisk] host: missing: the name or address of the telephone
            host = http://pbx                      | [asterisk] host = http://pbx: not the name or address of a computer
            host = pbx; channels = 201             | [asterisk] channels = 201: not channels such as PJSIP/{extension}
            host = pbx; user = [deskbell]          | [asterisk] user = [deskbell]: not the name of a manager user, as
            host = pbx; context = a b              | [asterisk] context = a b: not a context of the dialplan
            host = pbx; filter_variable = ${X}     | [asterisk] filter_variable = ${X}: not the name of a channel
            host = pbx; fingerprint = 12           | [asterisk] fingerprint = 12: not the SHA-256 fingerprint of a
            """)
    void whatIsWrongIsNamed(String lines, String words) {
        ConfigException wrong = assertThrows(ConfigException.class, () -> config(lines.replace("; ", "\n") + "\n"));
        assertTrue(wrong.problems().getFirst().toString().contains(words), wrong.problems().getFirst().toString());
    }
}
