package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelLinkTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tel:+31201234567                                | +31201234567
            tel:+31-20-123-45-67                            | +31201234567
            TEL:+1(201)555.0123                             | +12015550123
            tel:%2B31%2020%201234567                        | +31201234567
            tel://0201234567                                | 0201234567
            tel:1234567;phone-context=+31-20                | +31201234567
            tel:1234567;phone-context=example.com           | 1234567
            tel:+31201234567;ext=12                         | +31201234567
            tel:+31201234567;phone-context=+49              | +31201234567
            callto:+31201234567                             | +31201234567
            callto://020-1234567                            | 0201234567
            sip:201@pbx.example.com                         | 201
            sip:+31201234567@pbx.example.com;user=phone     | +31201234567
            sips:%2B31201234567@[2001:db8::1]:5061?Subject=x | +31201234567
            020 123 45 67                                   | 0201234567
            (020) 123/4567                                  | 0201234567
            """)
    void aNumberIsRead(String link, String digits) {
        assertEquals(new TelLink.Number(digits), TelLink.read(link));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tel:*21*0612345678#                  | The link holds * or #, which can change the settings of a telephone.
            tel:%2A21%2A0612345678%23            | The link holds * or #, which can change the settings of a telephone.
            sip:**62*0612345678@pbx.example.com  | The link holds * or #, which can change the settings of a telephone.
            tel:                                 | The link holds no telephone number of 2 to 20 digits.
            tel:1                                | The link holds no telephone number of 2 to 20 digits.
            tel:1-800-FLOWERS                    | The link holds no telephone number of 2 to 20 digits.
            tel:123456789012345678901            | The link holds no telephone number of 2 to 20 digits.
            tel:++31201234567                    | The link holds no telephone number of 2 to 20 digits.
            tel:+31%2525                         | The link holds no telephone number of 2 to 20 digits.
            tel:0201234567%0d%0aEvil: yes        | The link holds no telephone number of 2 to 20 digits.
            tel:0201234567,,1234                 | The link holds no telephone number of 2 to 20 digits.
            tel:٠٢٠١٢٣٤٥٦٧                       | The link holds no telephone number of 2 to 20 digits.
            sip:anna:0201234567@pbx.example.com  | The link holds no telephone number of 2 to 20 digits.
            sip:0201234567                       | The link holds no telephone number of 2 to 20 digits.
            callto:skype.name                    | The link holds no telephone number of 2 to 20 digits.
            --headless                           | That holds no telephone number of 2 to 20 digits.
            abc                                  | That holds no telephone number of 2 to 20 digits.
            *21*0612345678#                      | That holds * or #, which can change the settings of a telephone.
            tel:%zz                              | The link is damaged.
            tel:%2                               | The link is damaged.
            tel:%ff%fe                           | The link is damaged.
            javascript:alert(1)                  | Only tel:, callto: and sip: links are telephone numbers.
            http://0201234567                    | Only tel:, callto: and sip: links are telephone numbers.
            """)
    void whatIsNoNumberIsRefused(String link, String words) {
        assertEquals(new TelLink.Refused(words), TelLink.read(link));
    }

    @Test
    void aLinkTooLongIsNotEvenRead() {
        assertEquals(new TelLink.Refused("The link is too long to be a telephone number."),
                TelLink.read("tel:" + "1".repeat(10_000)));
    }

    @Test
    void hiddenCharactersAreNoPartOfANumber() {
        for (String hidden : List.of("\u202e", "\u200b", "\u0000", "\n", "\ud83d\udcde", "\ud83d", "\u0663")) {
            assertInstanceOf(TelLink.Refused.class, TelLink.read("tel:020" + hidden + "1234567"));
        }
    }

    @Test
    void anythingAtAllIsReadOrRefused() {
        Random random = new Random(1);
        String letters = "tel:sip@+0123456789%2B;=*#?&<>\"'\u202e \n-().";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder link = new StringBuilder(i % 2 == 0 ? "tel:" : "");
            for (int n = random.nextInt(30); n > 0; n--) link.append(letters.charAt(random.nextInt(letters.length())));
            if (TelLink.read(link.toString()) instanceof TelLink.Number number) {
                assertEquals(true, number.digits().matches("\\+?[0-9]{2,20}"), link::toString);
            }
        }
    }

    @Test
    void aNumberShowsItselfToNoLog() {
        assertFalse(new TelLink.Number("0201234567").toString().contains("020"));
    }
}
