package io.deskbell.source.xelion;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskbell.call.Call;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.NumberPlan;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Translator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Folds the ends of calls that Xelion tells of into the calls of one agent. What it is given, live and from a tape, is
 * what the websocket said and what questions were answered; the asking is somebody else's.
 */
public final class XelionReading implements Translator {
    static final String ME = "xelion-me";
    static final String CHANNELS = "xelion-channels";
    static final String EVENT = "xelion-event";
    static final String CALLS = "xelion-calls";
    static final String RECENT = "xelion-recent";
    static final String DIALLED = "xelion-dialled";
    static final String QUIET = "xelion-quiet";
    /** The list of channels was asked for beside what is told: what comes before the answer is newer. */
    static final String ASKED = "xelion-asked";
    public static final List<String> KINDS = List.of(ME, CHANNELS, EVENT, CALLS, RECENT, DIALLED, QUIET, ASKED);

    /**
     * An end waits so long: a call that moves to the agent's other device is gone from one before it is at the other,
     * and the word of a transfer may come behind the end it explains.
     */
    static final Duration GRACE = Duration.ofSeconds(1);

    private final Identity identity;
    private final Channels channels = new Channels();
    private final OwnCalls calls;
    private final Numbers numbers;
    /** The next list is the first since the line came up. */
    private boolean catchingUp;

    /**
     * @param phones the agent's own, as Xelion names them
     * @param user the name the agent logs in with
     */
    public XelionReading(List<String> phones, String user, NumberPlan plan) {
        identity = new Identity(phones, user);
        calls = new OwnCalls(identity, channels, plan);
        numbers = new Numbers(plan);
    }

    /** Calls of an earlier run that may be going on; before anything else. */
    void takeUp(Collection<Call> leftOpen) {
        calls.takeUp(leftOpen);
    }

    @Override
    public void lineUp() {
        channels.countAnew();
        catchingUp = true;
    }

    @Override
    public boolean came(String kind, String text, Instant at, PhoneListener listener) throws InterruptedException {
        return take(kind, new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), at,
                listener);
    }

    /** The same of text that is no octets. */
    boolean take(String kind, String text, Instant at, PhoneListener listener) throws InterruptedException {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException(kind + ": not one of " + String.join(", ", KINDS));
        }
        tell(calls.passTime(at), listener);
        if (kind.equals(QUIET)) return false;
        if (kind.equals(ASKED)) {
            channels.beginList();
            return false;
        }
        if (kind.equals(DIALLED)) {
            calls.expect(text.strip(), at);
            return false;
        }
        Optional<JsonNode> whole = Notification.json(text);
        if (whole.isEmpty()) return kind.equals(EVENT); // Half a message: who knows what the other half was.
        return switch (kind) {
            case ME -> {
                identity.learn(whole.get());
                yield false;
            }
            case CHANNELS -> {
                whole(whole.get(), at, listener);
                yield false;
            }
            case EVENT -> event(whole.get(), at, listener);
            default -> {
                if (kind.equals(CALLS)) numbers.deviceCalls(whole.get(), calls.all(), at);
                else numbers.recent(whole.get(), calls.all(), at);
                tell(calls.news(at), listener);
                yield false;
            }
        };
    }

    /** When {@link #QUIET} has something to say, if nothing comes before. */
    Optional<Instant> due() {
        return calls.due();
    }

    /** Calls whose numbers are not known, by their keys. */
    List<OwnCall> lackingNumbers() {
        return calls.all().stream().filter(OwnCall::lacksNumber).toList();
    }

    boolean isBusy() {
        return !calls.all().isEmpty();
    }

    String identity() {
        return identity.described();
    }

    private void whole(JsonNode answer, Instant at, PhoneListener listener) throws InterruptedException {
        List<Channel> all = new ArrayList<>();
        for (JsonNode item : answer.path("data")) {
            Channel.read(item.has("object") ? item.path("object") : item).ifPresent(all::add);
        }
        for (Channel was : channels.replace(all)) {
            calls.changed(was, channels.find(was.channelId()), at);
        }
        List<CallReport> news = calls.settle(at);
        if (catchingUp) calls.dropLost();
        for (CallReport report : news) {
            boolean inTheList = catchingUp && report.state() != CallState.ENDED && report.transfer().isEmpty();
            if (!inTheList || calls.isBack(report)) listener.report(report);
        }
        catchingUp = false;
        listener.snapshot(calls.asTheyAre(at), at);
    }

    private boolean event(JsonNode whole, Instant at, PhoneListener listener) throws InterruptedException {
        boolean again = false;
        for (JsonNode one : whole.isArray() ? whole : List.of(whole)) {
            again |= one(Notification.of(one), at, listener);
        }
        return again;
    }

    /** @return whether the list is to be fetched anew */
    private boolean one(Notification told, Instant at, PhoneListener listener) throws InterruptedException {
        switch (told.type()) {
            case CHANNEL -> {
                JsonNode version = told.node().path("version");
                if (version.isNumber() && !channels.isNext(version.asLong())) return true;
                Optional<Channel> channel = Channel.read(told.node().path("activeChannel"));
                if (channel.isEmpty()) return true;
                change(channel.get(), Channel.text(told.node(), "updateType").equalsIgnoreCase("remove"), at);
                tell(calls.settle(at), listener);
            }
            case TRANSFERRED -> tell(calls.transferred(told, at), listener);
            case MISSED -> tell(calls.missed(told, at), listener);
            default -> { } // A twin's transfer is seen by its channels; the rest is not about calls.
        }
        return false;
    }

    private void change(Channel channel, boolean remove, Instant at) {
        Optional<Channel> before = remove ? channels.remove(channel.channelId()) : channels.put(channel);
        before.ifPresent(was -> calls.changed(was, remove ? Optional.empty() : Optional.of(channel), at));
    }

    private static void tell(List<CallReport> reports, PhoneListener listener) throws InterruptedException {
        for (CallReport report : reports) {
            listener.report(report);
        }
    }
}
