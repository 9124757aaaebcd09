package io.deskbell.source.intake;

import io.deskbell.call.CallKey.Scope;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Named values in any order: the generic profile, and all phones whose action URLs we write ourselves. Which of two
 * numbers is the customer's is not believed from the name alone: makers swap {@code local} and {@code remote}.
 */
final class NamedValues implements Profile {
    /** All that is read below, and what names the profile. */
    private static final Set<String> NAMES = Set.of("source", "event", "state", "status", "direction", "origin",
            "number", "remote", "caller", "phone", "local", "dialled", "called", "device", "mac", "line", "id", "call",
            "callid", "call_id", "name", "to", "transfer_to", "from", "transferred_by", "filter");

    private static final Pattern SCHEME = Pattern.compile("^(?i)sips?:");
    private static final Pattern HOST = Pattern.compile("@.*");

    private final String ownExtension;
    private final Scope scope;
    private final boolean numbered;

    /**
     * @param scope what this maker's call ids are worth
     * @param numbered every word of it has the other's number, if there is one
     */
    NamedValues(String ownExtension, Scope scope, boolean numbered) {
        this.ownExtension = ownExtension;
        this.scope = scope;
        this.numbered = numbered;
    }

    @Override
    public List<Word> read(Telling telling) throws NotUnderstoodException {
        EventWords.Meaning meaning = telling.value("event", "state", "status").flatMap(EventWords::find)
                .orElseThrow(() -> new NotUnderstoodException("event (or state) is missing or none we know: ringing, "
                        + "incoming, outgoing, connected, held, ended, missed and their like"));
        Optional<Direction> way = telling.value("direction", "origin").flatMap(NamedValues::direction)
                .or(meaning::direction);
        boolean dials = meaning.state() == CallState.RINGING && way.equals(Optional.of(Direction.OUTBOUND));
        String remote = telling.value("number", "remote", "caller", "phone").orElse("");
        String local = telling.value("local", "dialled", "called").orElse("");
        boolean swapped = isOwn(remote) && !local.isEmpty() && !isOwn(local);
        String device = telling.value("device", "mac", "line").orElse(telling.sender());
        Word word = Word.of(device, dials ? CallState.DIALING : meaning.state())
                .named(telling.value("id", "call", "callid", "call_id"), scope)
                .going(way)
                .between(swapped ? remote : local, swapped ? local : remote, telling.value("name").orElse(""))
                .because(meaning.reason())
                .handed(telling.value("to", "transfer_to"), telling.value("from", "transferred_by"))
                .filteredBy(telling.value("filter"))
                .numbered(numbered);
        return List.of(meaning.all() ? word.about(Word.Whom.ALL) : word);
    }

    /** A name nobody reads is a slip of whoever wrote the hook: what it tells would be lost without a word. */
    static Optional<String> unread(Set<String> names) {
        if (NAMES.containsAll(names)) return Optional.empty();
        Set<String> known = new TreeSet<>(NAMES);
        return Optional.of("a name stands there that is none we know; there are " + String.join(", ", known));
    }

    private boolean isOwn(String number) {
        String user = HOST.matcher(SCHEME.matcher(number).replaceFirst("")).replaceFirst("");
        return user.equals(ownExtension);
    }

    /** estos says 1 for outgoing ({@code <Call.Origin>}); the 3CX Assistant I and O. */
    private static Optional<Direction> direction(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "in", "inbound", "incoming", "i", "0" -> Optional.of(Direction.INBOUND);
            case "out", "outbound", "outgoing", "o", "1" -> Optional.of(Direction.OUTBOUND);
            default -> Optional.empty();
        };
    }
}
