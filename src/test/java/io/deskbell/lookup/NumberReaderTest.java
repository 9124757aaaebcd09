package io.deskbell.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The short way to a number comes out where the long one does, in whatever country. */
class NumberReaderTest {
    private static final int NUMBERS = 300;
    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

    @Test
    void theShortWayEndsWhereTheLongOneDoes() {
        for (String country : List.of("NL", "BE", "DE", "AT", "GB", "FR", "US", "IT", "AR", "MX", "BR", "JP", "AU")) {
            NumberPlan plan = new NumberPlan(country, new DigitLengths("2..5"), "", new Extension("201"));
            NumberReader reader = new NumberReader(plan);
            Random random = new Random(1);
            for (PhoneNumberType type : List.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)) {
                PhoneNumber example = library.getExampleNumberForType(country, type);
                for (int i = 0; i < NUMBERS; i++) {
                    PhoneNumber number = varied(example, random);
                    if (!library.isValidNumber(number)) continue;
                    for (PhoneNumberFormat form : List.of(PhoneNumberFormat.E164, PhoneNumberFormat.NATIONAL,
                            PhoneNumberFormat.INTERNATIONAL)) {
                        String written = library.format(number, form);
                        assertEquals(plan.number(written), reader.read(written), country + " " + written);
                    }
                }
            }
        }
    }

    /** Other digits in the last five places, so that heads come again. */
    private static PhoneNumber varied(PhoneNumber example, Random random) {
        long ends = 100_000;
        long base = example.getNationalNumber() / ends * ends;
        return new PhoneNumber().mergeFrom(example).setNationalNumber(base + random.nextInt((int) ends));
    }
}
