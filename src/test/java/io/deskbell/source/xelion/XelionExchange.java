package io.deskbell.source.xelion;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;

/**
 * The calls of a made-up company's Xelion, and what its interface tells of them, after the user guide: an end of a call
 * is a channel, two and more with one call id are a call, numbers are in other lists. Thread safe.
 */
final class XelionExchange {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whoever has a phone at it. */
    record User(String login, String name, String phone, String number) {
    }

    static final User ONE = new User("agent1", "Agent One", "a101", "101");
    static final User TWO = new User("agent2", "Agent Two", "a102", "102");
    static final List<User> USERS = List.of(ONE, TWO);

    /** One end of a call. */
    static final class End {
        final Optional<User> user;
        final String channelId;
        /** As {@code me/device/calls} names it: Asterisk's unique id, perhaps not what channels are called. */
        final String deviceId;
        final String number;
        final String name;
        final boolean twin;
        String callId;
        String state;
        String role;
        String slot;

        End(Optional<User> user, String channelId, String deviceId, String number, String name, boolean twin) {
            this.user = user;
            this.channelId = channelId;
            this.deviceId = deviceId;
            this.number = number;
            this.name = name;
            this.twin = twin;
        }
    }

    private final List<End> ends = new ArrayList<>();
    private final Map<String, ObjectNode> recent = new LinkedHashMap<>();
    private final List<BiConsumer<Optional<User>, String>> listeners = new ArrayList<>();
    /** Those that a user's phone rings for, in the order in which they were dialled. */
    final BlockingQueue<Dialled> dialled = new LinkedBlockingQueue<>();
    private long version = 40;
    private int counted;
    private boolean sameIds = true;

    /** A number to be called when the user, whose phone rings for it, picks it up. */
    record Dialled(String callId, User user, String number) {
    }

    /** Lists of a user's calls name them as channels do, or otherwise. */
    synchronized void namesDeviceCallsAsChannels(boolean same) {
        sameIds = same;
    }

    /** @param listener told each event, with the user whose channel it is about */
    synchronized void onEvent(BiConsumer<Optional<User>, String> listener) {
        listeners.add(listener);
    }

    synchronized void forgetListener(BiConsumer<Optional<User>, String> listener) {
        listeners.remove(listener);
    }

    synchronized List<End> ends(String callId) {
        return ends.stream().filter(end -> end.callId.equals(callId)).toList();
    }

    /** @return the call id */
    synchronized String calls(String number, String name, User... rung) {
        End caller = outside(number, name);
        caller.callId = caller.channelId;
        place(caller, "CALLER", "CONNECTED");
        for (User user : rung) ring(caller.callId, user, false);
        log(caller.callId, true, number, name);
        return caller.callId;
    }

    synchronized void ring(String callId, User user, boolean twin) {
        End end = inside(user, twin);
        end.callId = callId;
        place(end, "CALLEE", "RINGING");
    }

    synchronized void answer(String callId, User user) {
        End mine = end(callId, user).orElseThrow();
        state(mine, "CONNECTED");
        for (End other : ends(callId)) {
            if (other != mine && other.state.equals("RINGING")) remove(other);
        }
    }

    /** @return the call id */
    synchronized String dials(User user, String number, String name) {
        End own = inside(user, false);
        own.callId = own.channelId;
        place(own, "CALLER", "RINGING");
        ringCalled(own.callId, number, name);
        log(own.callId, false, number, name);
        return own.callId;
    }

    /** Whoever was dialled takes the call. */
    synchronized void isAnswered(String callId) {
        ends(callId).forEach(end -> state(end, "CONNECTED"));
    }

    /** Told to dial, it rings the user's own phone first, which is called then; {@link #calledUp} goes on. */
    synchronized String ringsBack(User user, String number) {
        End own = inside(user, false);
        own.callId = own.channelId;
        place(own, "CALLEE", "RINGING");
        log(own.callId, false, number, "");
        dialled.add(new Dialled(own.callId, user, number));
        return own.callId;
    }

    synchronized void calledUp(String callId, User user, String number) {
        state(end(callId, user).orElseThrow(), "CONNECTED");
        ringCalled(callId, number, "");
    }

    private void ringCalled(String callId, String number, String name) {
        End called = USERS.stream().filter(one -> one.number().equals(number)).findFirst()
                .map(one -> inside(one, false)).orElseGet(() -> outside(number, name));
        called.callId = callId;
        place(called, "CALLEE", "RINGING");
    }

    synchronized void state(String callId, User user, String word) {
        state(end(callId, user).orElseThrow(), word);
    }

    synchronized void park(String callId, User user, String slot) {
        remove(end(callId, user).orElseThrow());
        for (End end : ends(callId)) {
            end.slot = slot;
            insert(end);
        }
    }

    synchronized void retrieve(String callId, User user) {
        ends(callId).forEach(end -> {
            end.slot = null;
            insert(end);
        });
        join(callId, user, "CALLEE", "CONNECTED");
    }

    synchronized void join(String callId, User user, String role, String word) {
        End end = inside(user, false);
        end.callId = callId;
        place(end, role, word);
    }

    /** From the desk phone to the mobile: gone there before it is here. */
    synchronized void toTwin(String callId, User user) {
        End desk = end(callId, user).orElseThrow();
        remove(desk);
        End mobile = inside(user, true);
        mobile.callId = callId;
        place(mobile, desk.role, "CONNECTED");
        say(Optional.of(user), JSON.createObjectNode().put("notificationType", "twinTransferredEvent")
                .put("callId", callId));
    }

    /** The consultation's other party gets the customer. */
    synchronized void transfer(String customers, String consultation, User giver, boolean wordFirst) {
        if (wordFirst) transferred(customers, giver);
        end(customers, giver).ifPresent(this::remove);
        end(consultation, giver).ifPresent(this::remove);
        for (End end : ends(consultation)) {
            end.callId = customers;
            end.role = "CALLEE";
            insert(end);
        }
        if (!wordFirst) transferred(customers, giver);
    }

    synchronized void blind(String callId, User giver, User taker) {
        transferred(callId, giver);
        remove(end(callId, giver).orElseThrow());
        ring(callId, taker, false);
    }

    private void transferred(String callId, User giver) {
        say(Optional.of(giver), JSON.createObjectNode().put("notificationType", "callTransferredEvent")
                .put("callId", callId).put("phone", giver.phone()));
    }

    synchronized void missed(String callId, User user) {
        end(callId, user).ifPresent(this::remove);
        say(Optional.of(user), JSON.createObjectNode().put("notificationType", "missedCallEvent")
                .put("callId", callId));
    }

    synchronized void leaves(String callId, User user) {
        remove(end(callId, user).orElseThrow());
    }

    synchronized void hangUp(String callId) {
        ends(callId).forEach(this::remove);
        Optional.ofNullable(recent.get(callId)).ifPresent(log -> ((ObjectNode) log.path("lastCommunication"))
                .put("callEndTime", "2026-03-02 10:20:00").put("durationSec", 61));
    }

    /** The same call under another id from now on. */
    synchronized String renamed(String callId) {
        String other = "SIP/trunk-%08x".formatted(++counted);
        for (End end : ends(callId)) {
            end.callId = other;
            insert(end);
        }
        return other;
    }

    synchronized String activeChannels(Optional<User> onlyOf) {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode data = all.putArray("data");
        ends.stream().filter(end -> onlyOf.isEmpty() || end.user.equals(onlyOf))
                .forEach(end -> data.addObject().set("object", channel(end)));
        return all.toString();
    }

    synchronized String deviceCalls(User user) {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode data = all.putArray("data");
        ends.stream().filter(end -> end.user.equals(Optional.of(user))).forEach(end -> {
            Optional<End> other = ends(end.callId).stream().filter(one -> one != end
                    && !one.user.equals(end.user)).findFirst();
            ObjectNode call = data.addObject().putObject("object");
            call.put("channelId", sameIds ? end.channelId : end.deviceId).put("state", "Up")
                    .put("callDirection", end.role.equals("CALLER") ? "Outbound" : "Inbound")
                    .put("localNumber", user.number()).put("localName", user.name())
                    .put("remoteName", other.map(one -> one.name).orElse(""))
                    .put("remoteNumber", other.map(one -> one.number).orElse(""));
            call.putObject("phoneLine").put("commonName", "Service").put("externalNumber", "+31207654321");
        });
        return all.toString();
    }

    synchronized String recent() {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode data = all.putArray("data");
        recent.values().forEach(contact -> data.addObject().set("object", contact));
        return all.toString();
    }

    private void log(String callId, boolean incoming, String number, String name) {
        ObjectNode contact = JSON.createObjectNode();
        contact.putObject("addressable").put("commonName", name);
        ObjectNode last = contact.putObject("lastCommunication");
        last.put("callId", (incoming ? "" : "caller_") + callId).put("incoming", incoming)
                .put("objectType", "CallLog").put("durationSec", 0).putNull("callEndTime");
        last.putArray("participants").addObject().put("role", incoming ? "rtFrom" : "rtTo").put("address", number);
        recent.put(callId, contact);
        if (recent.size() > 15) recent.remove(recent.keySet().iterator().next()); // As the guide's own limit.
    }

    private End inside(User user, boolean twin) {
        counted++;
        return new End(Optional.of(user), "SIP/%s%s-%08x".formatted(user.phone(), twin ? "m" : "", counted),
                "1610035%03d.%d".formatted(counted % 1000, counted), user.number(), user.name(), twin);
    }

    private End outside(String number, String name) {
        counted++;
        return new End(Optional.empty(), "SIP/trunk-%08x".formatted(counted),
                "1610035%03d.%d".formatted(counted % 1000, counted), number, name, false);
    }

    private Optional<End> end(String callId, User user) {
        return ends(callId).stream().filter(end -> end.user.equals(Optional.of(user))).findFirst();
    }

    private void place(End end, String role, String word) {
        end.role = role;
        end.state = word;
        ends.add(end);
        insert(end);
    }

    private void state(End end, String word) {
        end.state = word;
        insert(end);
    }

    private void insert(End end) {
        channelEvent("insert", end);
    }

    private void remove(End end) {
        ends.remove(end);
        channelEvent("remove", end);
    }

    private void channelEvent(String type, End end) {
        ObjectNode event = JSON.createObjectNode();
        event.put("notificationType", "activeChannelEvent").put("updateType", type).put("version", ++version);
        event.set("activeChannel", channel(end));
        say(end.user, event);
    }

    private static ObjectNode channel(End end) {
        ObjectNode channel = JSON.createObjectNode();
        channel.put("callId", end.callId).put("channelId", end.channelId).put("state", end.state)
                .put("role", end.role).put("name", end.name).put("twinChannel", end.twin)
                .put("phone", end.user.map(User::phone).orElse("trunk")).put("parkingSlot", end.slot);
        end.user.ifPresent(user -> channel.put("phoneUser", user.name()));
        return channel;
    }

    private void say(Optional<User> about, ObjectNode event) {
        String text = event.toString();
        List.copyOf(listeners).forEach(listener -> listener.accept(about, text));
    }
}
