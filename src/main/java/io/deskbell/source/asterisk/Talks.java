package io.deskbell.source.asterisk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which channels are one call. Asterisk gives them one Linkedid, and the older one to all when two calls meet in a
 * bridge (bridge_channel.c, ast_bridge_channel_update_linkedids); here the customer's call keeps its name whatever its
 * age, because the helpdesk knows it by that. Bounded; not thread safe.
 */
final class Talks {
    private static final int MOST_NAMES = 5_000;

    private final Map<String, Talk> talks = new LinkedHashMap<>();
    /** Linkedids of calls that went up in another, with that other's. */
    private final Map<String, String> became = new LinkedHashMap<>();
    private final ChannelNames names;

    /** A call that went up in another. */
    record Joined(Talk kept, Talk lost) {
    }

    Talks(ChannelNames names) {
        this.names = names;
    }

    Collection<Talk> all() {
        return new ArrayList<>(talks.values());
    }

    private Talk of(String linked) {
        return talks.computeIfAbsent(now(linked), Talk::new);
    }

    /** The call of that Linkedid, where there still is one. */
    Optional<Talk> find(String linked) {
        return Optional.ofNullable(talks.get(now(linked)));
    }

    private String now(String linked) {
        String id = linked;
        for (int i = 0; i < became.size() && became.containsKey(id); i++) id = became.get(id);
        return id;
    }

    /** Puts a channel into the call it was told to be part of. */
    Talk place(Channel channel) {
        Talk talk = of(channel.linked.isEmpty() ? channel.id : channel.linked);
        if (channel.talk.filter(talk::equals).isPresent()) return talk;
        channel.talk.ifPresent(before -> before.channels.remove(channel));
        channel.talk = Optional.of(talk);
        talk.channels.add(channel);
        return talk;
    }

    void remove(Channel channel) {
        channel.talk.ifPresent(talk -> talk.channels.remove(channel));
    }

    /** Empty when they are one already. */
    Optional<Joined> join(Talk one, Talk other) {
        if (one == other) return Optional.empty();
        boolean keepsOne = hasOutside(one) == hasOutside(other) ? isOlder(one.id, other.id) : hasOutside(one);
        Talk kept = keepsOne ? one : other;
        Talk lost = keepsOne ? other : one;
        List.copyOf(lost.channels).forEach(channel -> {
            channel.talk = Optional.of(kept);
            kept.channels.add(channel);
        });
        lost.channels.clear();
        kept.learn(lost);
        talks.remove(lost.id);
        became.put(lost.id, kept.id);
        if (became.size() > MOST_NAMES) became.remove(became.keySet().iterator().next());
        return Optional.of(new Joined(kept, lost));
    }

    void forgetIfOver(Talk talk) {
        if (talk.channels.isEmpty() && talk.desks.isEmpty()) talks.remove(talk.id);
    }

    /** Somebody who is no desk is in it. */
    boolean isOutsideThere(Talk talk) {
        return talk.channels.stream()
                .anyMatch(channel -> !channel.isPseudo() && names.extensionOf(channel.name).isEmpty());
    }

    private boolean hasOutside(Talk talk) {
        return talk.outside.isPresent() || isOutsideThere(talk);
    }

    /** Uniqueids are {@code [system-]seconds.number}. */
    private static boolean isOlder(String one, String other) {
        String[] a = one.substring(one.lastIndexOf('-') + 1).split("\\.");
        String[] b = other.substring(other.lastIndexOf('-') + 1).split("\\.");
        if (a.length != 2 || b.length != 2) return one.compareTo(other) <= 0;
        int seconds = compare(a[0], b[0]);
        return seconds == 0 ? compare(a[1], b[1]) <= 0 : seconds < 0;
    }

    private static int compare(String a, String b) {
        return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
    }
}
