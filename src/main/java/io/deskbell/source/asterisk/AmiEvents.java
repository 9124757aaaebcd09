package io.deskbell.source.asterisk;

import io.deskbell.call.Direction;
import io.deskbell.source.asterisk.Channel.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What each event of the manager interface means for channels and calls (Asterisk 13 to 22; "AMI Events" on
 * docs.asterisk.org). Events may repeat and come late. Not thread safe.
 */
final class AmiEvents {
    /** Those of use; all in class call save the last, which is in class dialplan. */
    static final Set<String> USED = Set.of("Newchannel", "Newstate", "NewCallerid", "NewConnectedLine", "DialBegin",
            "DialEnd", "BridgeEnter", "BridgeLeave", "Hold", "Unhold", "Hangup", "Pickup", "AttendedTransfer",
            "BlindTransfer", "ParkedCall", "UnParkedCall", "VarSet");
    /** FreePBX keeps the number that was called in it. */
    private static final String DID = "FROM_DID";

    private final Channels channels;
    private final Talks talks;
    private final CallBoard board;
    private final ChannelNames names;
    private final Optional<String> filterVariable;

    AmiEvents(Channels channels, Talks talks, CallBoard board, ChannelNames names, Optional<String> filterVariable) {
        this.channels = channels;
        this.talks = talks;
        this.board = board;
        this.names = names;
        this.filterVariable = filterVariable;
    }

    void take(AmiMessage event, Instant at) {
        switch (event.event()) {
            case "Newchannel" -> told(event, "").ifPresent(channel -> begins(channel));
            case "NewCallerid" -> told(event, "").ifPresent(channel -> withheld(channel, event));
            case "DialBegin" -> dials(event, at);
            case "DialEnd" -> dialled(event);
            case "BridgeEnter" -> told(event, "").ifPresent(channel -> enters(channel, event, at));
            case "BridgeLeave" -> told(event, "")
                    .filter(channel -> channel.bridge.equals(event.get("BridgeUniqueid")))
                    .ifPresent(channel -> channel.bridge = "");
            case "Hold" -> told(event, "").ifPresent(channel -> channel.held = true);
            case "Unhold" -> told(event, "").ifPresent(channel -> channel.held = false);
            case "Hangup" -> hangsUp(event);
            case "Pickup" -> picksUp(event, at);
            case "AttendedTransfer" -> attended(event, at);
            case "BlindTransfer" -> blind(event, at);
            case "ParkedCall" -> told(event, "Parkee").ifPresent(this::parked);
            case "UnParkedCall" -> told(event, "Retriever");
            case "VarSet" -> told(event, "").ifPresent(channel ->
                    variable(channel, event.get("Variable"), event.get("Value")));
            default -> told(event, "");
        }
    }

    /** Takes the list of all channels. */
    void takeList(List<AmiMessage> items, Instant at) {
        for (Channel gone : channels.takeList(items)) talks.remove(gone);
        List.copyOf(channels.all()).forEach(talks::place);
        for (Channel channel : List.copyOf(channels.all())) {
            for (Channel peer : channels.inBridge(channel.bridge)) join(channel, peer, at);
        }
    }

    private Optional<Channel> told(AmiMessage event, String prefix) {
        channels.find(event.get(prefix + "Uniqueid")).flatMap(channel -> channel.talk).ifPresent(board::touch);
        Optional<Channel> told = channels.told(event, prefix);
        told.ifPresent(channel -> {
            board.touch(talks.place(channel));
            for (String pair : event.all(prefix + "ChanVariable")) {
                int is = pair.indexOf('=');
                if (is > 0) variable(channel, pair.substring(0, is), pair.substring(is + 1));
            }
        });
        return told;
    }

    /** The first channel of a call is the customer's, and began at the number that was called. */
    private void begins(Channel channel) {
        boolean first = channel.id.equals(channel.linked) && !channel.isPseudo();
        if (!first || channel.exten.isEmpty() || names.extensionOf(channel.name).isPresent()) return;
        Talk talk = talks.place(channel);
        talk.did = talk.did.or(() -> Optional.of(channel.exten));
    }

    /** Names of variables that are passed on begin with one or two underscores. */
    private void variable(Channel channel, String written, String value) {
        String name = written.replaceFirst("^_{1,2}", "");
        if (value.isBlank()) return;
        Talk talk = talks.place(channel);
        if (name.equals(DID)) talk.did = Optional.of(value);
        if (filterVariable.filter(name::equals).isPresent()) talk.filterValue = Optional.of(value);
        board.touch(talk);
    }

    private void withheld(Channel channel, AmiMessage event) {
        boolean caller = channel.id.equals(channel.linked) && names.extensionOf(channel.name).isEmpty();
        if (caller) talks.place(channel).withheld = event.get("CID-CallingPres").contains("Prohibited");
    }

    private void dials(AmiMessage event, Instant at) {
        Optional<Channel> calling = told(event, "");
        Optional<Channel> called = told(event, "Dest");
        boolean byNobody = event.get("Uniqueid").isEmpty();
        called.ifPresent(channel -> {
            if (byNobody) {
                channel.originated = true;
                channel.way = Optional.empty();
                return;
            }
            channel.called = true;
            channel.way = Optional.of(Direction.INBOUND);
            channel.from = new Who(event.get("CallerIDNum"), event.get("CallerIDName")).or(channel.from);
        });
        calling.ifPresent(channel -> {
            if (!channel.called) channel.way = Optional.of(Direction.OUTBOUND);
            channel.dialled.add(event.get("DestCallerIDNum"));
            channel.dialled.add(event.get("DialString").replaceFirst("@.*", "").replaceFirst("^.*/", ""));
        });
        both(calling, called, at);
    }

    private void dialled(AmiMessage event) {
        String status = event.get("DialStatus");
        Optional<Channel> calling = told(event, "");
        Optional<Channel> called = told(event, "Dest");
        calling.ifPresent(channel -> channel.dialStatus = status);
        called.ifPresent(channel -> channel.dialStatus = status);
        if (!status.equals("ANSWER")) return;
        called.ifPresent(channel -> channel.state = Channel.UP);
        calling.ifPresent(channel -> channel.spoke = true);
    }

    /** Where calls are parked or wait, nobody talks with anybody. */
    private void enters(Channel channel, AmiMessage event, Instant at) {
        channel.bridge = event.get("BridgeUniqueid");
        if (event.get("BridgeTechnology").equals("holding_bridge")) return;
        List<Channel> all = channels.inBridge(channel.bridge);
        boolean conference = event.get("BridgeType").equals("base");
        if (all.size() < 2 && !conference) return;
        for (Channel peer : all) {
            peer.spoke = true;
            if (peer.isIncoming()) peer.state = Channel.UP;
            if (!conference) join(channel, peer, at);
        }
        board.touch(talks.place(channel));
    }

    private void hangsUp(AmiMessage event) {
        Optional<Channel> told = told(event, "");
        if (ChannelNames.isPassing(event.get("Channel")) && told.isEmpty()) return;
        told.ifPresent(channel -> {
            Talk talk = talks.place(channel);
            names.extensionOf(channel.name).map(talk.desks::get).ifPresent(call -> {
                call.cause = event.get("Cause");
                call.dialStatus = channel.dialStatus;
            });
            talks.remove(channel);
        });
        channels.hungUp(event.get("Uniqueid"));
    }

    private void picksUp(AmiMessage event, Instant at) {
        Optional<Channel> picker = told(event, "");
        Optional<Channel> target = told(event, "Target");
        picker.ifPresent(channel -> {
            channel.called = true;
            channel.way = Optional.of(Direction.INBOUND);
            target.ifPresent(rung -> channel.connected = rung.connected.or(rung.from));
        });
        both(picker, target, at);
    }

    /** Two calls of one desk become one, and the desk leaves it; or all stay together for the time being. */
    private void attended(AmiMessage event, Instant at) {
        if (event.has("Result") && !event.get("Result").equals("Success")) return;
        Optional<Channel> first = told(event, "OrigTransferer");
        Optional<Channel> second = told(event, "SecondTransferer");
        Optional<Channel> target = told(event, "TransferTarget");
        told(event, "Transferee");
        Optional<Talk> one = talkOf(event, "OrigTransferer");
        Optional<Talk> other = talkOf(event, "SecondTransferer");
        if (one.isPresent() && other.isPresent()) board.join(one.get(), other.get(), at);
        Optional<String> giver = names.extensionOf(event.get("OrigTransfererChannel"));
        if (giver.isEmpty() || event.get("DestType").equals("Threeway")) return;
        Optional<String> taker = target.flatMap(channel -> names.extensionOf(channel.name))
                .or(() -> second.flatMap(this::colleague)).or(() -> first.flatMap(this::colleague));
        leaves(first);
        leaves(second);
        talkOf(event, "OrigTransferer").or(() -> talkOf(event, "SecondTransferer"))
                .ifPresent(talk -> board.handedOn(talk, giver.get(), taker, at));
    }

    private void blind(AmiMessage event, Instant at) {
        if (event.has("Result") && !event.get("Result").equals("Success")) return;
        Optional<Channel> giver = told(event, "Transferer");
        told(event, "Transferee");
        Optional<String> extension = names.extensionOf(event.get("TransfererChannel"));
        if (extension.isEmpty()) return;
        leaves(giver);
        Optional<String> to = Optional.of(event.get("Extension")).filter(names::mayBeExtension);
        talkOf(event, "Transferer").ifPresent(talk -> board.handedOn(talk, extension.get(), to, at));
    }

    /** Whoever gives a call away may have hung up before it is told. */
    private Optional<Talk> talkOf(AmiMessage event, String prefix) {
        return talks.find(event.get(prefix + "Linkedid"));
    }

    /** It is as good as hung up: what it does until then is no part of the call. */
    private void leaves(Optional<Channel> channel) {
        channel.ifPresent(leaving -> {
            talks.remove(leaving);
            channels.hungUp(leaving.id);
        });
    }

    private void parked(Channel parkee) {
        Talk talk = talks.place(parkee);
        talk.inTransit = true;
    }

    /** Whom a desk's channel is in conversation with, where that is another desk. */
    private Optional<String> colleague(Channel channel) {
        return Optional.of(channel.isOutgoing() && !channel.exten.isEmpty() ? channel.exten
                : channel.connected.number()).filter(names::mayBeExtension);
    }

    private void both(Optional<Channel> one, Optional<Channel> other, Instant at) {
        if (one.isPresent() && other.isPresent()) join(one.get(), other.get(), at);
    }

    private void join(Channel one, Channel other, Instant at) {
        if (one != other) board.join(talks.place(one), talks.place(other), at);
    }
}
