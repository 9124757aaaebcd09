package io.deskbell.source.xelion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All ends of calls there are, as last told. Versions must increase; one that does not says that the list is to be
 * fetched anew (user guide, ActiveChannelEvent). Bounded; not thread safe.
 */
final class Channels {
    private static final int MOST = 2_000;

    private final Map<String, Channel> all = new LinkedHashMap<>();
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

    /** @return what was there before */
    List<Channel> replace(List<Channel> whole) {
        List<Channel> before = all();
        all.clear();
        whole.forEach(this::put);
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
    }

    /** In the place of the one it was. */
    Optional<Channel> put(Channel channel) {
        Channel before = all.remove(channel.channelId());
        if (all.size() < MOST) all.put(channel.channelId(), channel);
        return Optional.ofNullable(before);
    }

    Optional<Channel> remove(String channelId) {
        return Optional.ofNullable(all.remove(channelId));
    }

    List<Channel> all() {
        return List.copyOf(all.values());
    }

    List<Channel> of(String callId) {
        return all.values().stream().filter(channel -> channel.callId().equals(callId)).toList();
    }
}
