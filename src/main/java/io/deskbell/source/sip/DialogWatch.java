package io.deskbell.source.sip;

import io.deskbell.call.CallReport;
import io.deskbell.call.NumberPlan;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.sip.DialogInfoReader.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the dialogs of one line through the bodies of its NOTIFY requests (RFC 4235) and reports the calls. Keeps
 * what it knows of calls over subscriptions, so that a call has one key however often the line was lost. A body that
 * cannot be read changes nothing. Not thread safe.
 */
public final class DialogWatch implements DialogBodies {
    private static final Logger LOG = LoggerFactory.getLogger(DialogWatch.class);

    private final DialogInfoReader reader = new DialogInfoReader();
    private final WatchedLine line;
    private final DialogTable table;
    private final Set<String> unseen;
    private OptionalLong lastVersion = OptionalLong.empty();
    private boolean first = true;
    private boolean asked;
    private boolean complained;

    /** @param watched the extension or address whose dialogs are subscribed to */
    public DialogWatch(NumberPlan plan, String watched) {
        this(plan, watched, Set.of());
    }

    /** @param unseen Call-IDs of calls that are no calls of the agent's; may grow meanwhile */
    DialogWatch(NumberPlan plan, String watched, Set<String> unseen) {
        this.unseen = unseen;
        this.line = new WatchedLine(watched);
        this.table = new DialogTable(plan, line);
    }

    @Override
    public void subscribed() {
        lastVersion = OptionalLong.empty();
        first = true;
        asked = false;
    }

    @Override
    public boolean notified(String contentType, byte[] body, Instant at, PhoneListener listener)
            throws InterruptedException {
        if (body.length == 0) {
            nothingToTell(at, listener);
            return false;
        }
        if (!isDialogInfo(contentType)) return false;
        return switch (reader.read(contentType, body)) {
            case Reading.Unreadable unreadable -> complain(unreadable.why());
            case Reading.Understood understood -> take(understood.info(), at, listener);
        };
    }

    /** Kamailio's first NOTIFY has no body when there is no call; a later one without says nothing about calls. */
    private void nothingToTell(Instant at, PhoneListener listener) throws InterruptedException {
        if (!first) return;
        first = false;
        table.clear();
        listener.snapshot(List.of(), at);
    }

    private boolean take(DialogInfo info, Instant at, PhoneListener listener) throws InterruptedException {
        if (isStale(info)) return false;
        boolean gap = !info.full() && first || !info.full() && isGap(info);
        if (info.version().isPresent()) lastVersion = info.version();
        line.entity(info.entity());
        // RFC 4235 §4.1: the first document is full. Where it is not even when asked for again, it is all there is.
        boolean whole = info.full() || first && asked && !info.dialogs().isEmpty();
        List<CallReport> reports = table.take(seen(info.dialogs()), whole, first, at);
        if (whole) {
            boolean again = asked; // Where the answer leaves the doubt, asking once more would leave it too.
            first = false;
            asked = table.isInDoubt();
            listener.snapshot(reports, at);
            return asked && !again;
        }
        for (CallReport report : reports) {
            listener.report(report);
        }
        return gap && ask();
    }

    private List<DialogInfo.Dialog> seen(List<DialogInfo.Dialog> dialogs) {
        return dialogs.stream().filter(dialog -> !unseen.contains(dialog.callId())).toList();
    }

    /**
     * RFC 4235 §4.3: a lower version was overtaken on the way. An equal one is a repeat, harmless to apply again. A
     * full document that counts from 0 again is a server's that lost count; what is overtaken, CSeq tells as well.
     */
    private boolean isStale(DialogInfo info) {
        if (info.full() && info.version().equals(OptionalLong.of(0))) return false;
        return info.version().isPresent() && lastVersion.isPresent()
                && info.version().getAsLong() < lastVersion.getAsLong();
    }

    private boolean isGap(DialogInfo info) {
        return info.version().isPresent() && lastVersion.isPresent()
                && info.version().getAsLong() > lastVersion.getAsLong() + 1;
    }

    private boolean complain(String why) {
        if (!complained) LOG.warn("a NOTIFY about {} could not be read, its calls stay as they were: {}", line, why);
        complained = true; // Speak once: a system that writes such bodies writes them for every call.
        return ask();
    }

    /** Once until a whole document comes: a system that never sends a readable one must not be asked for ever. */
    private boolean ask() {
        boolean again = asked;
        asked = true;
        return !again;
    }

    private static boolean isDialogInfo(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        return type.isEmpty() || type.equals("application/dialog-info+xml");
    }
}
