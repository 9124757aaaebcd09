package io.deskbell.source.asterisk;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.source.Exchange.Desks;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Reading;
import io.deskbell.source.asterisk.CallBoard.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Makes reports of the messages of one manager connection, for one desk or for many. The list of all channels is asked
 * for when the line is up, and again now and then: what ended without a word is noticed by it.
 */
public final class AsteriskReading implements Reading {
    /** Begins the ActionID of each list; a number follows. */
    static final String LIST = "deskbell-list-";
    private static final int MOST_ITEMS = 20_000;
    /** A call so old that its events must have come, were they sent at all. */
    private static final String OLD = "00:00:03";

    private final Channels channels;
    private final Talks talks;
    private final CallBoard board;
    private final AmiEvents events;
    private final ChannelNames names;
    private final Consumer<String> ask;
    private final Desks one;
    private PhoneListener onlyDesk;
    private final AtomicInteger lists = new AtomicInteger();
    private String listing = "";
    private List<AmiMessage> items = new ArrayList<>();
    private boolean first;

    /**
     * @param written how channels are called, as in {@code [asterisk] channels}
     * @param filterVariable that holds the filter's value
     * @param ask takes the ActionID of a list of all channels that is wanted; its answer comes in as any message does
     */
    public AsteriskReading(Extension own, NumberPlan plan, List<String> written, Optional<String> filterVariable,
                           Consumer<String> ask) {
        names = new ChannelNames(written, own.digits(), digits -> digits.equals(own.digits())
                || digits.matches("[0-9]+") && plan.caller(digits, "").isColleague());
        channels = new Channels(name -> names.extensionOf(name).isPresent());
        talks = new Talks(names);
        board = new CallBoard(names, talks, new Parties(plan, own));
        events = new AmiEvents(channels, talks, board, names, filterVariable);
        this.ask = ask;
        one = new Desks() {
            @Override
            public List<Extension> all() {
                return List.of(own);
            }

            @Override
            public PhoneListener of(Extension extension) {
                return onlyDesk;
            }
        };
    }

    ChannelNames names() {
        return names;
    }

    @Override
    public void lineUp() {
        first = true;
        askForList();
    }

    /** Asks for all channels, so that what was lost on the way is found out. Any thread. */
    void askForList() {
        ask.accept(LIST + lists.incrementAndGet());
    }

    boolean isOfList(AmiMessage message) {
        return message.actionId().startsWith(LIST);
    }

    /** An agent left a call of which nobody knows yet what becomes: any message will do to look again. */
    boolean isWaiting() {
        return board.isWaiting();
    }

    @Override
    public void take(String text, Instant at, PhoneListener listener) throws LineLostException, InterruptedException {
        onlyDesk = listener;
        take(AmiMessage.read(text), at, one);
    }

    void take(AmiMessage message, Instant at, Desks desks) throws LineLostException, InterruptedException {
        if (isOfList(message)) {
            list(message, at, desks);
            return;
        }
        if (AmiEvents.USED.contains(message.event())) events.take(message, at);
        tell(board.settle(at), desks);
    }

    private void list(AmiMessage message, Instant at, Desks desks) throws LineLostException, InterruptedException {
        if (message.isAnswer()) {
            begin(message);
            return;
        }
        if (!message.actionId().equals(listing)) return;
        if (message.event().equals("CoreShowChannel") && items.size() < MOST_ITEMS) items.add(message);
        if (!message.event().equals("CoreShowChannelsComplete")) return;
        boolean deaf = !first && items.stream().anyMatch(item -> isNews(item, desks));
        first = false;
        listing = "";
        events.takeList(items, at);
        items = new ArrayList<>();
        tell(board.settleAll(at), desks);
        for (Extension desk : desks.all()) desks.of(desk).snapshot(board.callsOf(desk.digits(), at), at);
        if (deaf) throw new LineLostException(Reason.of(AsteriskReason.NO_EVENTS), AmiLogin.LONG_PAUSE);
    }

    /** The answer comes before the items, and what is told after it is newer than they are. */
    private void begin(AmiMessage answer) throws LineLostException {
        if (!answer.isSuccess()) {
            throw new LineLostException(Reason.of(AsteriskReason.MAY_NOT_LIST), AmiLogin.LONG_PAUSE);
        }
        listing = answer.actionId();
        items = new ArrayList<>();
        channels.beginList();
    }

    /** A desk's channel that nothing was told of although the line was up when it began. */
    private boolean isNews(AmiMessage item, Desks desks) {
        Optional<String> extension = names.extensionOf(item.get("Channel"));
        if (extension.isEmpty() || channels.find(item.get("Uniqueid")).isPresent()) return false;
        if (channels.isGone(item.get("Uniqueid"))) return false;
        return item.get("Duration").compareTo(OLD) > 0
                && desks.all().stream().anyMatch(desk -> desk.digits().equals(extension.get()));
    }

    private static void tell(List<Told> reports, Desks desks) throws InterruptedException {
        for (Told told : reports) {
            for (Extension desk : desks.all()) {
                if (desk.digits().equals(told.extension())) desks.of(desk).report(told.report());
            }
        }
    }
}
