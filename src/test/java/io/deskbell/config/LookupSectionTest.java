package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookupSectionTest {
    private static final String SOUND = "[agent]\nextension = 201\n%s[inbox]\napi_key = k\n%s[phone]\n"
            + "source = simulator\n";

    @Test
    void withoutAWordNothingIsLookedUpAndNothingShown() throws ConfigException {
        assertEquals(CustomerSettings.NONE, read("").customers());
    }

    @Test
    void aListAndAnAddressAreReadWithTheirColumnsAndPlaces() throws ConfigException {
        LookupSettings lookup = read("[lookup]\ncsv = /tmp/c.csv\ncsv_number = phone, mobile\ncsv_value = 3\n"
                + "url = https://crm.example.com/{phone_digits}?x={extension}\nurl_value = /id\n").customers().lookup();
        assertEquals(Optional.of(new LookupSettings.Csv(Path.of("/tmp/c.csv"), List.of("phone", "mobile"),
                Optional.of("3"), Optional.empty())), lookup.csv());
        assertEquals("Authorization: Bearer {token}", lookup.web().orElseThrow().header());
        assertEquals(3, lookup.web().orElseThrow().patience().toSeconds());
    }

    @Test
    void whatIsWrongIsSaidAsALine() {
        assertEquals("{host} is none of {phone}, {phone_digits}, {extension}, {referrer}",
                wrong("url = https://{host}/"));
        assertEquals("not an address such as https://crm.example.com/callers?phone={phone}",
                wrong("url = https://{phone}.example.com/"));
        assertEquals("has neither {phone} nor {phone_digits} in it", wrong("url = https://crm.example.com/"));
        assertEquals("not a header such as X-Api-Key: {token}",
                wrong("url = https://crm.example.com/{phone}\nheader = X-Api-Key"));
        assertEquals("has no group: put the value's part in ( )", wrong("name_pattern = [0-9]+"));
        assertEquals("not a pattern of RE2: invalid or unsupported Perl syntax", wrong("name_pattern = (?=x)(y)"));
    }

    @Test
    void showingCustomersNeedsASecretAndAnAddressAndTakesTheKeyThereIs() throws ConfigException {
        ConfigException wrong = assertThrows(ConfigException.class, () -> Config.parse("config.ini",
                SOUND.formatted("", "show_customer = yes\n")));
        assertEquals(List.of("show_customer_secret", "email"), wrong.problems().stream().map(Problem::key).toList());
        ShowCustomerSettings show = Config.parse("config.ini", SOUND.formatted("email = a@example.com\n",
                "show_customer = yes\nshow_customer_secret = s3cret\n")).customers().show().orElseThrow();
        assertEquals("k s3cret a@example.com",
                show.key().reveal() + " " + show.secret().reveal() + " " + show.email());
        assertFalse(show.toString().contains("s3cret"));
    }

    private static String wrong(String lines) {
        return assertThrows(ConfigException.class, () -> read("[lookup]\n" + lines + "\n")).problems().getFirst()
                .what();
    }

    private static Config read(String more) throws ConfigException {
        return Config.parse("config.ini", SOUND.formatted("", "") + more);
    }
}
