package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialSectionTest {
    private static final String REST = "[agent]\nextension = 201\n[inbox]\napi_key = k\n[phone]\nsource = simulator\n";

    @Test
    void nothingIsDialledUnlessItIsSaid() throws ConfigException {
        DialSettings dial = Config.parse("c.ini", REST).dial();
        assertEquals(new DialSettings(Optional.empty(), "", new Secret(""), List.of(), false, Optional.empty()), dial);
    }

    @Test
    void eachKeyIsRead() throws ConfigException {
        DialSettings dial = read("url = http://phone/dial?to={number}\nuser = admin\npassword = s3cret\n"
                + "command = \"C:\\Program Files\\dial.exe\" {number}\nformat = plus\nshortcut = Ctrl+Alt+D");
        assertEquals(Optional.of("http://phone/dial?to={number}"), dial.url());
        assertEquals("s3cret", dial.password().reveal());
        assertEquals(List.of("C:\\Program Files\\dial.exe", "{number}"), dial.command());
        assertTrue(dial.withPlus());
        assertEquals(Optional.of("Ctrl+Alt+D"), dial.shortcut());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.168.1.20/servlet?key=number={number}", "https://phone.example.com:84/{number}",
        "sip:{number}", "sip:{number}@pbx.example.com"})
    void whatCanBeCalledUpIsAnAddressWithTheNumberInIt(String url) {
        assertTrue(DialSection.isAddress(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://phone/dial", "tel:{number}", "callto:{number}", "file:///{number}", "{number}",
        "http://admin:pw@phone/{number}", "http://{number}", "http://phone/{id}/{number}", "javascript:{number}"})
    void allElseIsRefused(String url) {
        assertFalse(DialSection.isAddress(url));
    }

    @Test
    void aCommandIsTakenApartAsAPersonReadsIt() {
        assertEquals(List.of("C:\\Program Files\\dial.exe", "{number}", "--now"),
                DialSection.words("\"C:\\Program Files\\dial.exe\" {number}  --now"));
        assertTrue(DialSection.isCommand("dial {number}"));
        for (String wrong : List.of("dial", "{number}", "{number} {number}", "\"dial {number}", "")) {
            assertFalse(DialSection.isCommand(wrong), wrong);
        }
    }

    @Test
    void whatIsWrongIsOneLineEach() {
        ConfigException wrong = assertThrows(ConfigException.class,
                () -> read("url = tel:{number}\ncommand = dial\nshortcut = D\nformat = loud"));
        assertEquals(List.of("url", "command", "shortcut", "format"),
                wrong.problems().stream().map(Problem::key).toList());
    }

    private static DialSettings read(String lines) throws ConfigException {
        return Config.parse("c.ini", REST + "[dial]\n" + lines + "\n").dial();
    }
}
