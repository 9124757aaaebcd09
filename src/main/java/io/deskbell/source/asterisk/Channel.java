package io.deskbell.source.asterisk;

import io.deskbell.call.Direction;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** One channel as far as it was told, by its Uniqueid: one telephone's end of a call, or one half of a Local one. */
final class Channel {
    static final int RING = 4;
    static final int RINGING = 5;
    static final int UP = 6;

    final String id;
    /** The call it is part of. */
    Optional<Talk> talk = Optional.empty();
    String name = "";
    /** The Linkedid it was last told with. */
    String linked = "";
    int state;
    Who caller = Who.NOBODY;
    Who connected = Who.NOBODY;
    /** The extension it began at: what a telephone dialled, or the number a customer called. */
    String exten = "";
    String bridge = "";
    boolean held;
    /** Its telephone was rung by nobody's call: numbers dialled from a computer begin so. */
    boolean originated;
    /** The other end answered, or it came into a bridge with another. */
    boolean spoke;
    /** Whether it called or was called. */
    Optional<Direction> way = Optional.empty();
    /** Another channel called it, or it took the place of one that was called. */
    boolean called;
    /** Who called it, as the calling channel was told. */
    Who from = Who.NOBODY;
    /** Whom it calls, as the called channel was told, and as the telephone was asked for. */
    final Set<String> dialled = new LinkedHashSet<>();
    /** How its last try to reach somebody, or to be reached, came out. */
    String dialStatus = "";

    Channel(String id) {
        this.id = id;
    }

    /** Number and name as Asterisk writes them; empty where it knows none. */
    record Who(String number, String name) {
        static final Who NOBODY = new Who("", "");

        /** The other where it knows more. */
        Who or(Who other) {
            return number.isEmpty() && !other.equals(NOBODY) ? other : this;
        }
    }

    boolean isPseudo() {
        return ChannelNames.isPseudo(name);
    }

    boolean isOutgoing() {
        return way.filter(Direction.OUTBOUND::equals).isPresent();
    }

    boolean isIncoming() {
        return way.filter(Direction.INBOUND::equals).isPresent();
    }

    /** In conversation. Whoever calls may be up long before anybody answers: it hears announcements. */
    boolean isTalking() {
        return isIncoming() ? state == UP : spoke;
    }

    boolean isRinging() {
        return isIncoming() && state < UP;
    }
}
