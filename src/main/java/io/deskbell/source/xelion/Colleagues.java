package io.deskbell.source.xelion;

import io.deskbell.call.Extension;
import io.deskbell.call.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who of the company had a call before the agent did: the one who handed it over. Named by the number where one is
 * known, else as Xelion names the phone. Bounded; not thread safe.
 */
final class Colleagues {
    private static final int MOST = 200;
    /** A call waits in a parking slot for so long at the most. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    private final Identity identity;
    private final Channels channels;
    private final Map<String, Giver> givers = new LinkedHashMap<>();

    /** @param role the side of the call the colleague was on; empty for either */
    private record Giver(Extension who, String role, Instant at) {
    }

    Colleagues(Identity identity, Channels channels) {
        this.identity = identity;
        this.channels = channels;
    }

    /** A colleague's phone has left a call in which it was connected, or waits in a slot. */
    void note(Channel was, Optional<Channel> is, Instant at) {
        boolean stays = is.filter(now -> now.callId().equals(was.callId())).isPresent();
        if (!stays && isColleagues(was) && was.isConnected()) keep(was.callId(), phone(was), was.role(), at);
    }

    /** The agent's consultation became the customer's call. */
    void handsOver(String callId, Extension who, Instant at) {
        keep(callId, who, "", at);
    }

    /** A transfer that is none of the agent's own is perhaps one to the agent. */
    void handsOver(Notification told, Instant at) {
        channels.all().stream().map(Channel::callId).distinct().filter(told.texts()::contains)
                .forEach(callId -> keep(callId, Transfer.SOMEBODY, "", at));
        String named = Channel.text(told.node(), "callId");
        if (!named.isEmpty()) keep(named, Transfer.SOMEBODY, "", at);
    }

    boolean areNamed(Notification told) {
        return !Channel.text(told.node(), "callId").isEmpty()
                || channels.all().stream().anyMatch(channel -> told.texts().contains(channel.callId()));
    }

    /** Of a call that begins for the agent: who had it on the agent's side of it until now, or has it still. */
    Optional<Extension> whoHad(String callId, Channel mine, Instant at) {
        if (mine.role().startsWith("CONF")) return Optional.empty();
        Optional<Extension> has = channels.of(callId).stream()
                .filter(other -> isColleagues(other) && other.isConnected() && other.role().equals(mine.role()))
                .findFirst().map(Colleagues::phone);
        Giver had = givers.remove(callId);
        return has.or(() -> Optional.ofNullable(had).filter(giver -> !at.isAfter(giver.at().plus(ON_ITS_WAY)))
                .filter(giver -> giver.role().isEmpty() || giver.role().equals(mine.role())).map(Giver::who));
    }

    /** The colleague at the other end of the call this channel was in. */
    Optional<Extension> at(Channel own) {
        return channels.of(own.callId()).stream().filter(this::isColleagues).findFirst().map(Colleagues::phone)
                .or(() -> Optional.ofNullable(givers.get(own.callId())).map(Giver::who));
    }

    private void keep(String callId, Extension who, String role, Instant at) {
        Giver known = givers.get(callId);
        boolean better = known != null && !known.who().equals(Transfer.SOMEBODY) && who.equals(Transfer.SOMEBODY);
        givers.remove(callId);
        givers.put(callId, better ? known : new Giver(who, role, at));
        if (givers.size() > MOST) givers.remove(givers.keySet().iterator().next());
    }

    private boolean isColleagues(Channel channel) {
        return !identity.owns(channel) && !channel.user().isEmpty() && !channel.isListening();
    }

    private static Extension phone(Channel channel) {
        return new Extension(channel.phone().isEmpty() ? channel.user() : channel.phone());
    }
}
