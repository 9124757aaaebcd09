package io.deskbell.inbox;

import io.deskbell.call.Registration;
import io.deskbell.config.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes the key, the caller's number and all that is not plain text out of the server's words. */
final class Discretion {
    static final int MOST_WORDS = 500;
    private static final String MASK = "***";
    private static final String BETWEEN_DIGITS = "[\\s().-]*";
    private static final int SHORTEST_HIDDEN = 3;
    private static final int MOST_READ = 2_000;
    /** National forms share no more than this with the international one. */
    private static final int SAME_END = 7;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\s]+");

    private final List<Pattern> secrets = new ArrayList<>();

    Discretion(Secret key, Registration registration) {
        this(List.of(key), registration.number(), registration.filter().map(Registration.Filter::value));
        registration.referrer().ifPresent(this::hideNumber);
    }

    /** @param customer what the helpdesk knows the customer by, beside the number */
    Discretion(List<Secret> keys, String number, Optional<String> customer) {
        for (Secret key : keys) {
            if (key.isEmpty()) continue;
            hide(key.reveal());
            hide(URLEncoder.encode(key.reveal(), StandardCharsets.UTF_8));
        }
        hideNumber(number);
        customer.ifPresent(this::hide);
    }

    /** Fit to be shown and logged: one line, at most {@value #MOST_WORDS} characters. */
    String clean(String words) {
        String some = words.substring(0, Math.min(words.length(), MOST_READ));
        String plain = INVISIBLE.matcher(some).replaceAll(" ").strip();
        for (Pattern secret : secrets) plain = secret.matcher(plain).replaceAll(MASK);
        return plain.length() <= MOST_WORDS ? plain : plain.substring(0, MOST_WORDS - 1) + "…";
    }

    private void hide(String text) {
        if (text.length() < SHORTEST_HIDDEN) return; // It would blot out half of every sentence.
        secrets.add(Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE));
    }

    /** In any writing: with spaces, without the country, with the plus encoded. */
    private void hideNumber(String number) {
        String digits = number.replaceAll("\\D", "");
        if (digits.length() < SHORTEST_HIDDEN) return;
        String end = digits.substring(Math.max(0, digits.length() - SAME_END));
        String spaced = end.chars().mapToObj(digit -> String.valueOf((char) digit))
                .collect(Collectors.joining(BETWEEN_DIGITS));
        secrets.add(Pattern.compile("(?:(?:%2B|\\+)?\\d[\\d\\s().-]{0,16})?" + spaced));
    }
}
