package io.deskbell.call;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;

/** Writes numbers as people in one country read them: their own short, foreign ones with the country code. */
public final class LocalNumbers {
    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String country;

    /** @param country two letters, ISO 3166-1; of one without telephone numbers every number is foreign */
    public LocalNumbers(String country) {
        this.country = country.toUpperCase(Locale.ROOT);
    }

    public String shown(PhoneNumber number) {
        try {
            Phonenumber.PhoneNumber parsed = library.parse(number.e164(), country);
            boolean home = parsed.getCountryCode() == library.getCountryCodeForRegion(country);
            return library.format(parsed, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException strange) {
            return number.e164();
        }
    }
}
