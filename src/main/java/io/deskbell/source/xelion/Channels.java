package io.deskbell.source.xelion;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * All ends of calls there are, as last told. Versions must increase; one that does not says that the list is to be
 * fetched anew (user guide, ActiveChannelEvent). Bounded; not thread safe.
 */
final class Channels {
    private static final int MOST = 2_000;

    private final Map<String, Channel> all = new LinkedHashMap<>();
    /** Their ids, by the call they are in: whoever looks for a call's ends does not look at all there are. */
    private final Map<String, Set<String>> byCall = new HashMap<>();
    /** Something was told of these since the list was asked for. */
    private final Set<String> heardOf = new HashSet<>();
    private boolean listAsked;
    private OptionalLong version = OptionalLong.empty();
    private OptionalLong fellBackTo = OptionalLong.empty();

    /** @return whether the version is higher than all before */
    boolean isNext(long told) {
        if (version.isPresent() && told <= version.getAsLong()) {
            fellBackTo = OptionalLong.of(told); // Of a server that was restarted, perhaps.
            return false;
        }
        version = OptionalLong.of(told);
        return true;
    }

    /** From now on it is noted of which channels something is told. */
    void beginList() {
        heardOf.clear();
        listAsked = true;
    }

    /**
     * What was told of a channel since the list was asked for is newer than the list.
     *
     * @return what was there before
     */
    List<Channel> replace(List<Channel> whole) {
        List<Channel> before = all();
        before.stream().map(Channel::channelId).filter(id -> !heardOf.contains(id)).forEach(this::takeOut);
        whole.stream().filter(channel -> !heardOf.contains(channel.channelId())).forEach(this::add);
        forgetList();
        if (fellBackTo.isPresent()) version = fellBackTo;
        fellBackTo = OptionalLong.empty();
        return before;
    }

    Optional<Channel> find(String channelId) {
        return Optional.ofNullable(all.get(channelId));
    }

    /** Another connection counts anew; what is there its first list says. */
    void countAnew() {
        version = OptionalLong.empty();
        fellBackTo = OptionalLong.empty();
        forgetList();
    }

    private void forgetList() {
        heardOf.clear();
        listAsked = false;
    }

    /** In the place of the one it was. */
    Optional<Channel> put(Channel channel) {
        hear(channel.channelId());
        return add(channel);
    }

    private Optional<Channel> add(Channel channel) {
        Optional<Channel> before = takeOut(channel.channelId());
        if (all.size() < MOST) {
            all.put(channel.channelId(), channel);
            byCall.computeIfAbsent(channel.callId(), id -> new LinkedHashSet<>()).add(channel.channelId());
        }
        return before;
    }

    Optional<Channel> remove(String channelId) {
        hear(channelId);
        return takeOut(channelId);
    }

    private Optional<Channel> takeOut(String channelId) {
        Optional<Channel> gone = Optional.ofNullable(all.remove(channelId));
        gone.ifPresent(channel -> byCall.computeIfPresent(channel.callId(), (id, ends) ->
                ends.remove(channelId) && ends.isEmpty() ? null : ends));
        return gone;
    }

    private void hear(String channelId) {
        if (listAsked && heardOf.size() < MOST) heardOf.add(channelId);
    }

    List<Channel> all() {
        return List.copyOf(all.values());
    }

    List<Channel> of(String callId) {
        return byCall.getOrDefault(callId, Set.of()).stream().map(all::get).toList();
    }
}
