package io.deskbell.call;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what phones write where a number should be: SIP and tel addresses, bare digits, local and international forms,
 * withheld in its many spellings. Immutable; any thread.
 */
public final class NumberPlan {
    private static final Pattern SCHEME = Pattern.compile("^(?:sips?|tel|callto):(?://)?", Pattern.CASE_INSENSITIVE);
    /** RFC 3261 §19.1.1: a SIP address without a user part is a host, which may well look like digits. */
    private static final Pattern HOST_ONLY = Pattern.compile("(?i)sips?:[^;@]*[.:\\]][^@]*");
    private static final Pattern SPACING = Pattern.compile("[\\s().\\-/\u00a0]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern FOREIGN = Pattern.compile("[1-9][0-9]*");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,20}");
    private static final Pattern E164 = Pattern.compile("\\+[0-9]{3,15}");
    private static final Pattern CONTEXT = Pattern.compile(";phone-context=(\\+[0-9.()-]+)", Pattern.CASE_INSENSITIVE);
    /** What the makers write for a number that must not be shown (RFC 3323 §4.1, FreeSWITCH, PSTN gateways). */
    private static final Set<String> WITHHELD = Set.of("anonymous", "withheld", "restricted", "private",
            "unavailable", "unknown", "blocked", "clir", "no-cli", "anoniem", "anonym", "0000000000");
    private static final int SHORTEST_FOREIGN = 9;

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final String country;
    private final DigitLengths internal;
    private final String outsidePrefix;
    private final Extension own;

    /**
     * @param country two letters, ISO 3166-1, of numbers without a country code
     * @param outsidePrefix dialled before outside numbers, empty for none
     * @param own the extension of this desk: as "the other party" it says nothing
     * @throws IllegalArgumentException for a country that has no telephone numbers
     */
    public NumberPlan(String country, DigitLengths internal, String outsidePrefix, Extension own) {
        this.country = country.toUpperCase(Locale.ROOT);
        this.internal = internal;
        this.outsidePrefix = outsidePrefix;
        this.own = own;
        if (!library.getSupportedRegions().contains(this.country)) {
            throw new IllegalArgumentException(country + ": not a country");
        }
    }

    /** The other end of an inbound call, or of one whose direction is not known. */
    public Party caller(String written, String name) {
        return read(written, name, false);
    }

    /** The other end of an outbound call, as dialled: the outside-line prefix is taken off. */
    public Party dialled(String written, String name) {
        return read(written, name, true);
    }

    /** A number of the public network in what was written, if there is one. */
    public Optional<PhoneNumber> number(String written) {
        return caller(written, "").outsideNumber();
    }

    private Party read(String written, String name, boolean wasDialled) {
        String user = user(written);
        String digits = SPACING.matcher(user).replaceAll("");
        boolean noNumber = digits.isEmpty() || digits.chars().noneMatch(Character::isDigit);
        if (isWithheld(user) || (noNumber && isWithheld(name))) return new Party.Withheld();
        if (digits.isEmpty() || digits.equals(own.digits())) return new Party.Unknown(noNumber ? name : "");
        if (DIGITS.matcher(digits).matches() && internal.include(digits.length())) {
            return new Party.Colleague(new Extension(digits), name);
        }
        return outside(digits, wasDialled)
                .<Party>map(number -> new Party.Outside(number, name))
                .orElseGet(() -> new Party.Unknown(name.isBlank() ? user : name));
    }

    private static boolean isWithheld(String text) {
        return WITHHELD.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** The user part: scheme, host and parameters gone, percent escapes read, {@code phone-context} put in front. */
    private static String user(String written) {
        String text = SCHEME.matcher(written.strip()).replaceFirst("");
        int at = text.lastIndexOf('@');
        if (at < 0 && HOST_ONLY.matcher(written.strip()).matches()) return "";
        if (at >= 0) text = text.substring(0, at);
        text = unescape(text);
        Matcher context = CONTEXT.matcher(text);
        String before = context.find() ? context.group(1) : "";
        int end = text.indexOf(';');
        if (end >= 0) text = text.substring(0, end);
        return text.startsWith("+") ? text : before + text;
    }

    private static String unescape(String text) {
        if (text.indexOf('%') < 0) return text;
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return text;
        }
    }

    private Optional<PhoneNumber> outside(String digits, boolean wasDialled) {
        boolean prefixed = wasDialled && !outsidePrefix.isEmpty() && digits.startsWith(outsidePrefix)
                && digits.length() > outsidePrefix.length();
        Optional<PhoneNumber> without = prefixed ? valid(digits.substring(outsidePrefix.length())) : Optional.empty();
        boolean maybeForeign = digits.length() >= SHORTEST_FOREIGN && FOREIGN.matcher(digits).matches();
        return without
                .or(() -> valid(digits))
                .or(() -> maybeForeign ? valid("+" + digits) : Optional.empty())
                .or(() -> isWhole(digits) ? parse(digits).filter(library::isPossibleNumber).flatMap(this::format)
                        : Optional.empty());
    }

    /** Without its area code, as neighbours dial it, a number would be read as another's. */
    private boolean isWhole(String digits) {
        boolean wantsTrunkPrefix = "0".equals(library.getNddPrefixForRegion(country, true));
        return !wantsTrunkPrefix || digits.startsWith("0") || digits.startsWith("+");
    }

    private Optional<PhoneNumber> valid(String digits) {
        return parse(digits).filter(library::isValidNumber).flatMap(this::format);
    }

    private Optional<Phonenumber.PhoneNumber> parse(String digits) {
        if (!NUMBER.matcher(digits).matches()) return Optional.empty();
        try {
            return Optional.of(library.parse(digits, country));
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<PhoneNumber> format(Phonenumber.PhoneNumber number) {
        String e164 = library.format(number, PhoneNumberFormat.E164);
        return E164.matcher(e164).matches() ? Optional.of(new PhoneNumber(e164)) : Optional.empty();
    }
}
