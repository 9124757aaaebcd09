package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class IniEditorTest {
    private static final String FILE = """
            ; My own words.

            [Agent]
            Extension=201   ; mine
            # country next
            country = NL

            [sip]
            server = a.example.com, b.example.com
            """;

    @Test
    void aValueChangesAndEverythingAroundItStays() {
        assertEquals(FILE.replace("201", "202"), edited(FILE, "agent", "extension", "202"));
    }

    @Test
    void aNewKeyComesAtTheEndOfItsSection() {
        assertEquals(FILE.replace("country = NL\n", "country = NL\noutside_prefix = 0\n"),
                edited(FILE, "agent", "outside_prefix", "0"));
    }

    @Test
    void aNewSectionComesAtTheEnd() {
        assertEquals(FILE + "\n[ui]\ntoast = no\n", edited(FILE, "ui", "toast", "no"));
    }

    @Test
    void anEmptyFileGetsItsFirstSection() {
        assertEquals("[ui]\ntoast = no\n", edited("", "ui", "toast", "no"));
    }

    @Test
    void theSameKeyOfAnotherSectionIsLeftAlone() {
        String file = "[a]\nuser = 1\n[sip]\nuser = 2\n";
        assertEquals("[a]\nuser = 1\n[sip]\nuser = 3\n", edited(file, "sip", "user", "3"));
    }

    @Test
    void aCommentedOutKeyIsAComment() {
        assertEquals("[sip]\n;user = 1\nuser = 2\n", edited("[sip]\n;user = 1\n", "sip", "user", "2"));
    }

    @Test
    void windowsLineEndsStay() {
        assertEquals("[sip]\r\nuser = 2\r\n", edited("[sip]\r\nuser = 1\r\n", "sip", "user", "2"));
    }

    @Test
    void whatLooksLikeACommentIsQuotedAndReadBackAsItWas() throws ConfigException {
        String file = edited("[sip]\npassword = x ; old\n", "sip", "password", "a ;b #c");
        assertEquals("[sip]\npassword = \"a ;b #c\" ; old\n", file);
        assertEquals("a ;b #c", ConfigFile.parse("config.ini", file).entries().getFirst().value());
    }

    @Test
    void aQuotedValueIsReplacedWithItsQuotes() {
        assertEquals("[sip]\npassword = new\n", edited("[sip]\npassword = \"a ; b\"\n", "sip", "password", "new"));
    }

    @Test
    void aProgramWithASpaceInItsPathIsWrittenAsAPersonWouldWriteIt() throws ConfigException {
        String command = "\"C:\\Program Files\\MicroSIP\\microsip.exe\" {number}";
        String file = edited("[dial]\ncommand = phone {number} ; softphone\n", "dial", "command", command);
        assertEquals("[dial]\ncommand = " + command + " ; softphone\n", file);
        assertEquals(command, ConfigFile.parse("config.ini", file).entries().getFirst().value());
        String again = edited(file, "dial", "command", command.replace("MicroSIP", "Other"));
        assertEquals("[dial]\ncommand = " + command.replace("MicroSIP", "Other") + " ; softphone\n", again);
    }

    @Test
    void whateverIsWrittenIsReadBackAsItWas() throws ConfigException {
        for (String value : List.of("\"a b\" {number} -x", "\"", "a\"b", "a;b", "#1", ";", "a # b", "\"a\" \"b\"")) {
            String file = edited("", "sip", "password", value);
            assertEquals(value, ConfigFile.parse("config.ini", file).entries().getFirst().value(), file);
        }
    }

    @Test
    void aValueCanBeEmptied() {
        assertEquals("[sip]\nuser =\n", edited("[sip]\nuser = 1\n", "sip", "user", ""));
    }

    @Test
    void whatNoFileCanHoldIsRefused() {
        IniEditor editor = new IniEditor(FILE);
        assertThrows(IllegalArgumentException.class, () -> editor.set("sip", "user", "a\nserver = evil"));
        assertThrows(IllegalArgumentException.class, () -> editor.set("sip", "user", "say \"hi\" ; now"));
        assertThrows(IllegalArgumentException.class, () -> editor.set("sip", "user", "\"all of it\""));
        assertEquals(FILE, editor.text());
    }

    private static String edited(String file, String section, String key, String value) {
        IniEditor editor = new IniEditor(file);
        editor.set(section, key, value);
        return editor.text();
    }
}
