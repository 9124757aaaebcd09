package io.deskbell.source.asterisk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Channels, bridges and transfers as Asterisk 13 to 22 tells of them over its manager interface, in the order in which
 * it does (as recorded by others and described on docs.asterisk.org). No telephony behind it.
 */
final class PretendAsterisk {
    private final Consumer<String> out;
    private final List<PretendChannel> channels = new ArrayList<>();
    /** How long all channels have lasted. */
    String duration = "00:00:01";
    private long second = 1_764_351_234L;
    private int number;
    private int bridges;

    /** @param out takes each message, its lines without the empty one at its end */
    PretendAsterisk(Consumer<String> out) {
        this.out = out;
    }

    List<PretendChannel> channels() {
        return channels;
    }

    /** A customer calls this number of the company's. */
    PretendChannel incoming(String caller, String did) {
        second++;
        PretendChannel customer = begin("PJSIP/trunk", null, PretendChannel.RING, did, caller, "");
        say("VarSet", customer.fields(""), "Variable", "__FROM_DID", "Value", did);
        return customer;
    }

    /** A phone dials. */
    PretendChannel dials(String extension, String exten) {
        second++;
        return begin("PJSIP/" + extension, null, PretendChannel.RING, exten, extension, "Desk " + extension);
    }

    /** A phone is rung for this caller. */
    PretendChannel ring(PretendChannel caller, String extension) {
        return ring(caller, "PJSIP/" + extension, extension, extension);
    }

    /** The public network is called for this caller. */
    PretendChannel ringOutside(PretendChannel caller, String digits) {
        return ring(caller, "PJSIP/trunk", digits, digits + "@trunk");
    }

    PretendChannel ring(PretendChannel caller, String device, String called, String dialString) {
        PretendChannel rung = begin(device, caller, PretendChannel.DOWN, "", "", "");
        rung.number = called;
        rung.application = "AppDial";
        caller.application = "Dial";
        say("NewCallerid", rung.fields(""), "CID-CallingPres", "0 (Presentation Allowed, Not Screened)");
        rung.connected = caller.number;
        rung.connectedName = caller.callerName;
        say("NewConnectedLine", rung.fields(""));
        say("DialBegin", both(caller, rung), "DialString", dialString);
        rung.state = PretendChannel.RINGING;
        say("Newstate", rung.fields(""));
        return rung;
    }

    /** A queue rings a member by way of a Local channel, as FreePBX does. */
    PretendChannel ringByQueue(PretendChannel caller, String extension) {
        String local = "Local/" + extension + "@from-queue";
        PretendChannel one = begin(local, caller, PretendChannel.DOWN, extension, "", "");
        PretendChannel two = begin(local, caller, PretendChannel.RING, extension, "", "");
        two.number = caller.number;
        two.callerName = caller.callerName;
        Map<String, String> locals = new LinkedHashMap<>(one.fields("LocalOne"));
        locals.putAll(two.fields("LocalTwo"));
        say("LocalBridge", locals, "LocalOptimization", "Yes");
        say("AgentCalled", both(caller, one), "Queue", "600", "Interface", "Local/" + extension + "@from-queue/n");
        say("DialBegin", both(caller, one), "DialString", extension + "@from-queue/n");
        return ring(two, extension);
    }

    /** It is picked up; whoever else was rung is told that it was answered elsewhere. */
    void answer(PretendChannel caller, PretendChannel rung, List<PretendChannel> others) {
        state(rung, PretendChannel.UP);
        say("DialEnd", both(caller, rung), "DialStatus", "ANSWER");
        for (PretendChannel other : others) {
            say("DialEnd", both(caller, other), "DialStatus", "CANCEL");
            hangUp(other, 26);
        }
        if (caller.state != PretendChannel.UP) state(caller, PretendChannel.UP);
        bridge(rung, caller);
    }

    /** Nobody answers, or it is refused. */
    void giveUp(PretendChannel caller, PretendChannel rung, String status, int cause) {
        say("DialEnd", both(caller, rung), "DialStatus", status);
        hangUp(rung, cause);
    }

    void bridge(PretendChannel... together) {
        String bridge = "b0f7-" + ++bridges;
        say("BridgeCreate", bridgeFields(bridge, 0, "basic", "simple_bridge"));
        for (PretendChannel channel : together) enter(bridge, channel, "basic", "simple_bridge");
    }

    void enter(String bridge, PretendChannel channel, String type, String technology) {
        leave(channel);
        channel.bridge = bridge;
        List<PretendChannel> in = channels.stream().filter(one -> one.bridge.equals(bridge)).toList();
        if (type.equals("basic")) {
            String oldest = in.stream().map(one -> one.linked).min(String::compareTo).orElseThrow();
            in.forEach(one -> one.linked = oldest);
        }
        Map<String, String> fields = bridgeFields(bridge, in.size(), type, technology);
        fields.putAll(channel.fields(""));
        say("BridgeEnter", fields);
    }

    void leave(PretendChannel channel) {
        if (channel.bridge.isEmpty()) return;
        Map<String, String> fields = bridgeFields(channel.bridge, 1, "basic", "simple_bridge");
        fields.putAll(channel.fields(""));
        channel.bridge = "";
        say("BridgeLeave", fields);
    }

    void hold(PretendChannel channel, boolean hold) {
        say(hold ? "Hold" : "Unhold", channel.fields(""));
    }

    void hangUp(PretendChannel channel, int cause) {
        if (channel.gone) return;
        leave(channel);
        channel.gone = true;
        channels.remove(channel);
        say("Hangup", channel.fields(""), "Cause", String.valueOf(cause), "Cause-txt", "Q.850 " + cause);
    }

    /** REFER without Replaces: the customer goes on in the dialplan. */
    void blind(PretendChannel giver, PretendChannel customer, String exten) {
        leave(customer);
        leave(giver);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Result", "Success");
        fields.putAll(giver.fields("Transferer"));
        fields.putAll(customer.fields("Transferee"));
        say("BlindTransfer", fields, "IsExternal", "Yes", "Context", "from-internal", "Extension", exten);
        customer.exten = exten;
        hangUp(giver, 16);
    }

    /** REFER with Replaces: customer and colleague are put together. */
    void attended(PretendChannel first, PretendChannel second, PretendChannel customer, PretendChannel target) {
        boolean talks = !target.bridge.isEmpty();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Result", "Success");
        fields.putAll(first.fields("OrigTransferer"));
        fields.putAll(second.fields("SecondTransferer"));
        fields.putAll(customer.fields("Transferee"));
        fields.putAll(target.fields("TransferTarget"));
        fields.put("IsExternal", "Yes");
        fields.put("DestType", talks ? "Bridge" : "App");
        fields.put(talks ? "DestBridgeUniqueid" : "DestApp", talks ? target.bridge : "Dial");
        if (talks) {
            leave(second);
            enter(target.bridge, customer, "basic", "simple_bridge");
        } else {
            leave(customer);
        }
        say("AttendedTransfer", fields);
        target.connected = customer.number;
        say("NewConnectedLine", target.fields(""));
        hangUp(first, 16);
        hangUp(second, 16);
    }

    /** Somebody else's ringing phone is answered from this one. */
    void pickUp(PretendChannel picker, PretendChannel caller, PretendChannel rung) {
        state(picker, PretendChannel.UP);
        Map<String, String> fields = picker.fields("");
        fields.putAll(rung.fields("Target"));
        say("Pickup", fields);
        picker.connected = caller.number;
        say("DialBegin", both(caller, picker), "DialString", rung.number);
        say("DialEnd", both(caller, picker), "DialStatus", "ANSWER");
        hangUp(rung, 26);
        state(caller, PretendChannel.UP);
        bridge(picker, caller);
    }

    void park(PretendChannel giver, PretendChannel customer, String space) {
        leave(customer);
        enter("parking", customer, "parking", "holding_bridge");
        say("ParkedCall", customer.fields("Parkee"), "ParkerDialString", "PJSIP/201", "Parkinglot", "default",
                "ParkingSpace", space, "ParkingTimeout", "45", "ParkingDuration", "0");
        hangUp(giver, 16);
    }

    void fetch(PretendChannel retriever, PretendChannel customer, String space) {
        state(retriever, PretendChannel.UP);
        Map<String, String> fields = customer.fields("Parkee");
        fields.putAll(retriever.fields("Retriever"));
        leave(customer);
        say("UnParkedCall", fields, "ParkingSpace", space);
        bridge(customer, retriever);
    }

    /** Click-to-dial: the phone is rung by nobody's call. */
    PretendChannel originate(String extension) {
        second++;
        PretendChannel rung = begin("PJSIP/" + extension, null, PretendChannel.DOWN, "", extension, "");
        say("DialBegin", rung.fields("Dest"), "DialString", extension);
        state(rung, PretendChannel.RINGING);
        return rung;
    }

    void originateAnswered(PretendChannel rung) {
        say("DialEnd", rung.fields("Dest"), "DialStatus", "ANSWER");
        state(rung, PretendChannel.UP);
    }

    /** Everything ends at once. */
    void restart() {
        channels.forEach(channel -> channel.gone = true);
        channels.clear();
    }

    void state(PretendChannel channel, int state) {
        channel.state = state;
        say("Newstate", channel.fields(""));
    }

    /** What CoreShowChannels answers. */
    List<String> list(String actionId) {
        List<String> messages = new ArrayList<>();
        messages.add("Response: Success\nActionID: " + actionId + "\nEventList: start\nMessage: Channels will follow");
        for (PretendChannel channel : channels) {
            Map<String, String> fields = channel.fields("");
            fields.put("Application", channel.application);
            fields.put("ApplicationData", "");
            fields.put("Duration", duration);
            fields.put("BridgeId", channel.bridge);
            messages.add("Event: CoreShowChannel\nActionID: " + actionId + "\n" + lines(fields));
        }
        messages.add("Event: CoreShowChannelsComplete\nActionID: " + actionId + "\nEventList: Complete\nListItems: "
                + channels.size());
        return messages;
    }

    void say(String event, Map<String, String> fields, String... more) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) all.put(more[i], more[i + 1]);
        String privilege = event.equals("VarSet") ? "dialplan,all" : "call,all";
        out.accept("Event: " + event + "\nPrivilege: " + privilege + "\n" + lines(all));
    }

    private PretendChannel begin(String device, PretendChannel parent, int state, String exten, String caller,
                                 String name) {
        String id = second + "." + ++number;
        String suffix = device.startsWith("Local/") ? "-%08x;%d".formatted(number / 2, number % 2 + 1)
                : "-%08x".formatted(number);
        PretendChannel channel = new PretendChannel(device + suffix, id, parent == null ? id : parent.linked, state,
                exten);
        channel.number = caller;
        channel.callerName = name;
        channels.add(channel);
        say("Newchannel", channel.fields(""));
        return channel;
    }

    private static Map<String, String> both(PretendChannel caller, PretendChannel called) {
        Map<String, String> fields = caller.fields("");
        fields.putAll(called.fields("Dest"));
        return fields;
    }

    private static Map<String, String> bridgeFields(String bridge, int in, String type, String technology) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("BridgeUniqueid", bridge);
        fields.put("BridgeType", type);
        fields.put("BridgeTechnology", technology);
        fields.put("BridgeCreator", "<unknown>");
        fields.put("BridgeName", "<unknown>");
        fields.put("BridgeNumChannels", String.valueOf(in));
        return fields;
    }

    private static String lines(Map<String, String> fields) {
        StringBuilder lines = new StringBuilder();
        fields.forEach((name, value) -> lines.append(lines.isEmpty() ? "" : "\n").append(name).append(": ")
                .append(value));
        return lines.toString();
    }
}
