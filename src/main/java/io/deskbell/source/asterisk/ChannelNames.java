package io.deskbell.source.asterisk;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose phone a channel is, by its name: {@code PJSIP/201-0000001a} is 201's where {@code PJSIP/{extension}} says so.
 * Local channels are nobody's phone. Not thread safe.
 */
final class ChannelNames {
    private static final String PLACE = "{extension}";
    private static final String END = "(?:-[0-9A-Za-z]+)?";
    private static final Pattern PSEUDO = Pattern.compile(
            "(?i)(Local|CBAnn|CBRec|Announcer|Recorder|Surrogate|Snoop|Message|MulticastRTP|UnicastRTP|Parking)/.*");

    private static final int MOST = 20_000;

    private final Known<String, Optional<String>> owners = new Known<>(MOST, this::find);
    private final List<Shape> shapes;
    private final List<String> written;
    private final Predicate<String> isInternal;

    /** @param owner whose it is, where the name does not tell */
    private record Shape(Pattern pattern, Optional<String> owner) {
    }

    /**
     * @param written as in {@code [asterisk] channels}
     * @param own the desk's extension, whose phones those without {@value #PLACE} are
     * @param isInternal whether digits may be an extension, and are no trunk's name
     */
    ChannelNames(List<String> written, String own, Predicate<String> isInternal) {
        this.written = List.copyOf(written);
        this.isInternal = isInternal;
        this.shapes = written.stream().map(shape -> shape(shape, own)).toList();
    }

    private static Shape shape(String written, String own) {
        int place = written.indexOf(PLACE);
        if (place < 0) {
            return new Shape(Pattern.compile("(?i)" + Pattern.quote(written) + END), Optional.of(own));
        }
        return new Shape(Pattern.compile("(?i)" + Pattern.quote(written.substring(0, place))
                + "(?<extension>[0-9A-Za-z_.*#+]+?)" + Pattern.quote(written.substring(place + PLACE.length())) + END),
                Optional.empty());
    }

    /** The first that fits and may be one: a name may fit more than one shape. */
    Optional<String> extensionOf(String channel) {
        return owners.of(channel);
    }

    private Optional<String> find(String channel) {
        for (Shape shape : shapes) {
            Matcher matcher = shape.pattern().matcher(channel);
            if (!matcher.matches()) continue;
            if (shape.owner().isPresent()) return shape.owner();
            Optional<String> found = Optional.of(matcher.group("extension")).filter(isInternal);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    boolean mayBeExtension(String digits) {
        return isInternal.test(digits);
    }

    /** A device to be rung, in the order in which they are worth a try. */
    List<String> devices(String extension) {
        return written.stream().map(shape -> shape.replace(PLACE, extension)).toList();
    }

    /** Made by Asterisk itself, with no telephone at its end. */
    static boolean isPseudo(String channel) {
        return PSEUDO.matcher(channel).matches();
    }

    /** What a channel is called for a moment while it takes another's place. */
    static boolean isPassing(String channel) {
        return channel.endsWith("<ZOMBIE>") || channel.endsWith("<MASQ>");
    }
}
