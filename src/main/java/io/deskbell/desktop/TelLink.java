package io.deskbell.desktop;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a link to a telephone: {@code tel:} (RFC 3966), {@code callto:}, {@code sip:} (RFC 3261 §19.1), or a number as
 * people type it. Any web page can make the browser hand one to us, so it is not to be trusted: what comes out is a
 * plain number, to be shown to the agent before it is dialled, or the reason why not.
 */
public final class TelLink {
    static final int LONGEST_LINK = 512;
    private static final int MOST_DIGITS = 20; // E.164 has 15; a prefix for the outside line may stand before them.
    private static final Pattern SCHEME = Pattern.compile("(?is)(tel|callto|sips?):(?://)?(.*)");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2," + MOST_DIGITS + "}");
    /** Only a global context says where a local number is (RFC 3966 §5.1.5). */
    private static final Pattern CONTEXT = Pattern.compile("(?i).*;phone-context=(\\+[0-9.()-]+)(?:;.*)?");
    private static final String SEPARATORS = "[-.() \u00a0/]"; // RFC 3966 §3, and what people put between digits.

    private TelLink() {
    }

    /** What a link comes to. */
    public sealed interface Reading {
    }

    /** @param digits with a plus before them where the link had one */
    public record Number(String digits) implements Reading {
        @Override
        public String toString() {
            return "a number"; // It may be a customer's: no log shows it.
        }
    }

    /** @param words for the agent, with nothing of the link in them */
    public record Refused(String words) implements Reading {
    }

    public static Reading read(String link) {
        if (link.length() > LONGEST_LINK) return new Refused("The link is too long to be a telephone number.");
        Matcher parts = SCHEME.matcher(link.strip());
        boolean named = parts.matches();
        if (!named && link.strip().matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            return new Refused("Only tel:, callto: and sip: links are telephone numbers.");
        }
        String scheme = named ? parts.group(1).toLowerCase(Locale.ROOT) : "";
        try {
            String rest = named ? decode(parts.group(2)) : link.strip();
            return number(scheme.startsWith("sip") ? userOf(rest) : rest, named ? "The link" : "That");
        } catch (CharacterCodingException spoilt) {
            return new Refused("The link is damaged.");
        }
    }

    /** @param it what the text stood in, for a sentence */
    private static Reading number(String text, String it) {
        Matcher context = CONTEXT.matcher(text);
        String digits = text.replaceFirst("(?s)[;?].*", "").replaceAll(SEPARATORS, "");
        if (digits.matches("[0-9*#+]+") && digits.matches(".*[*#].*")) {
            // *21*number# forwards an agent's calls at many systems: a web page must not be able to do that.
            return new Refused(it + " holds * or #, which can change the settings of a telephone.");
        }
        if (context.matches() && !digits.startsWith("+")) {
            digits = context.group(1).replaceAll(SEPARATORS, "") + digits;
        }
        if (NUMBER.matcher(digits).matches()) return new Number(digits);
        return new Refused(it + " holds no telephone number of 2 to " + MOST_DIGITS + " digits.");
    }

    /** The part before the @; a password in it, or none at all, leaves no number. */
    private static String userOf(String address) {
        int at = address.indexOf('@');
        return at < 0 ? "" : address.substring(0, at);
    }

    /** Percent-encoding (RFC 3986 §2.1), once: what is encoded twice is no number. A plus stays a plus. */
    private static String decode(String text) throws CharacterCodingException {
        ByteBuffer written = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        ByteBuffer bytes = ByteBuffer.allocate(written.remaining());
        while (written.hasRemaining()) {
            byte next = written.get();
            bytes.put(next == '%' ? (byte) (hexDigit(written) << 4 | hexDigit(written)) : next);
        }
        return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    }

    private static int hexDigit(ByteBuffer written) throws CharacterCodingException {
        int digit = written.hasRemaining() ? Character.digit(written.get(), 16) : -1;
        if (digit < 0) throw new CharacterCodingException();
        return digit;
    }
}
