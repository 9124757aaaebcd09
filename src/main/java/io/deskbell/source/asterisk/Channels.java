package io.deskbell.source.asterisk;

import io.deskbell.call.Direction;
import io.deskbell.source.asterisk.Channel.Who;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The channels there are, by Uniqueid, kept up to date by what messages tell of them. Bounded; not thread safe. */
final class Channels {
    private static final int MOST = 20_000;
    private static final int MOST_GONE = 1_000;

    private final Map<String, Channel> channels = new LinkedHashMap<>();
    /** Hung up not long ago: a late word about one does not begin it again. */
    private final Set<String> gone = new LinkedHashSet<>();
    /** Something was told of these since the list of all channels was asked for. */
    private final Set<String> heardOf = new HashSet<>();
    private final Predicate<String> isOfInterest;

    /**
     * @param isOfInterest by name: worth following although their beginning was not told. Others' end may be kept from
     *        us by a filter, so they are known only as long as all that happens to them is told
     */
    Channels(Predicate<String> isOfInterest) {
        this.isOfInterest = isOfInterest;
    }

    Collection<Channel> all() {
        return channels.values();
    }

    Optional<Channel> find(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    /** What a message tells of the channel it is about, or of the one it tells of with this prefix. */
    Optional<Channel> told(AmiMessage message, String prefix) {
        String id = message.get(prefix + "Uniqueid");
        String name = message.get(prefix + "Channel");
        if (id.isEmpty() || name.isEmpty() || gone.contains(id)) return Optional.empty();
        if (ChannelNames.isPassing(name)) return find(id);
        boolean begins = message.event().equals("Newchannel") || message.event().equals("CoreShowChannel");
        Channel channel = channels.get(id);
        if (channel == null) {
            if (!begins && !isOfInterest.test(name) || channels.size() >= MOST) return Optional.empty();
            channel = new Channel(id);
            channels.put(id, channel);
        }
        if (!message.event().equals("CoreShowChannel")) heardOf.add(id);
        channel.name = name;
        if (begins) channel.exten = message.get(prefix + "Exten");
        update(channel, message, prefix);
        return Optional.of(channel);
    }

    private static void update(Channel channel, AmiMessage message, String prefix) {
        String linked = message.get(prefix + "Linkedid");
        if (!linked.isEmpty()) channel.linked = linked;
        channel.caller = who(message, prefix + "CallerID").or(channel.caller);
        channel.connected = who(message, prefix + "ConnectedLine").or(channel.connected);
        String state = message.get(prefix + "ChannelState");
        boolean late = channel.state == Channel.UP || "0".equals(state); // Nothing goes back to what it was.
        if (state.matches("\\d") && !late) channel.state = Integer.parseInt(state);
        if (channel.state == Channel.RING && channel.way.isEmpty()) channel.way = Optional.of(Direction.OUTBOUND);
        if (channel.state == Channel.RINGING && channel.way.isEmpty() && !channel.originated) {
            channel.way = Optional.of(Direction.INBOUND);
        }
    }

    private static Who who(AmiMessage message, String of) {
        return new Who(message.get(of + "Num"), message.get(of + "Name"));
    }

    void hungUp(String id) {
        channels.remove(id);
        gone.add(id);
        if (gone.size() > MOST_GONE) gone.remove(gone.iterator().next());
    }

    boolean isGone(String id) {
        return gone.contains(id);
    }

    List<Channel> inBridge(String bridge) {
        return bridge.isEmpty() ? List.of()
                : channels.values().stream().filter(channel -> channel.bridge.equals(bridge)).toList();
    }

    /** From now on it is noted of which channels something is told. */
    void beginList() {
        heardOf.clear();
    }

    /**
     * Takes the list of all channels that was asked for. What was told of a channel in the meantime is newer.
     *
     * @return those that are gone, without a word
     */
    List<Channel> takeList(List<AmiMessage> items) {
        Set<String> listed = new HashSet<>();
        for (AmiMessage item : items) {
            String id = item.get("Uniqueid");
            listed.add(id);
            if (heardOf.contains(id)) continue;
            told(item, "").ifPresent(channel -> found(channel, item));
        }
        List<Channel> missing = channels.values().stream()
                .filter(channel -> !listed.contains(channel.id) && !heardOf.contains(channel.id)).toList();
        missing.forEach(channel -> hungUp(channel.id));
        return missing;
    }

    /** In mid-call the application tells who called whom: AppDial and AppQueue stand at whatever was called. */
    private static void found(Channel channel, AmiMessage item) {
        channel.bridge = item.get("BridgeId");
        channel.spoke |= !channel.bridge.isEmpty();
        if (channel.way.isPresent()) return;
        switch (item.get("Application")) {
            case "AppDial", "AppDial2", "AppQueue" -> channel.way = Optional.of(Direction.INBOUND);
            case "Dial", "Queue" -> channel.way = Optional.of(Direction.OUTBOUND);
            default -> { } // The other party's number is told all the same.
        }
    }
}
