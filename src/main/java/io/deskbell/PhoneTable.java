package io.deskbell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each make of phone wants entered, as its own documents name it. */
final class PhoneTable {
    /**
     * One make.
     *
     * @param rest of each URL, in the maker's placeholders
     * @param events what the maker calls an event, and what we call it
     */
    private record Make(String about, boolean softphone, String written, String rest, Map<String, String> events) {
    }

    private static final Map<String, Make> MAKES = new LinkedHashMap<>();

    static {
        MAKES.put("yealink", new Make("Yealink: web page Features > Action URL, or the configuration file", false,
                "action_url.%s = %s", "&call=$call_id&local=$local&remote=$remote&name=$display_remote&mac=$mac",
                events("incoming_call", "incoming", "outgoing_call", "outgoing", "call_established", "established",
                        "call_terminated", "terminated", "missed_call", "missed", "hold", "hold", "unhold", "unhold",
                        "busy_to_idle", "idle")));
        MAKES.put("snom", new Make("Snom: web page Advanced > Action URL settings", false, "action_%s_url: %s",
                "&call=$call-id&local=$local&remote=$remote&name=$display_remote&device=$phone_ip",
                events("incoming", "incoming", "outgoing", "outgoing", "connected", "connected", "disconnected",
                        "disconnected", "missed", "missed")));
        MAKES.put("grandstream", new Make("Grandstream: web page Settings > Outbound notification > Action URL", false,
                "%s: %s", "&local=$local&remote=$remote&name=$display_remote&mac=$mac",
                events("Incoming call", "incoming", "Outgoing call", "outgoing", "Established call", "established",
                        "Terminated call", "terminated", "Missed call", "missed", "On hold", "hold")));
        MAKES.put("fanvil", new Make("Fanvil: web page Phone settings > Action", false, "%s: %s",
                "&call=$call_id&local=$local&remote=$remote&name=$display_remote&mac=$mac",
                events("Incoming call", "incoming", "Outgoing call", "outgoing", "Call established", "established",
                        "Call terminated", "terminated", "Missed call", "missed")));
        Make mitel = new Make("Mitel (Aastra 6700i): web page Action URI, or the configuration file", false,
                "action uri %s: %s", "&number=$$REMOTENUMBER$$&name=$$DISPLAYNAME$$",
                events("incoming", "incoming", "outgoing", "outgoing", "connected", "connected", "disconnected",
                        "disconnected"));
        MAKES.put("mitel", mitel);
        MAKES.put("aastra", mitel);
        MAKES.put("poly", new Make("Poly: configuration file; the phone posts XML to one address", false, "%s%s", "",
                Map.of()));
        MAKES.put("microsip", new Make("MicroSIP: microsip.ini [Settings], while MicroSIP is closed", true, "", "",
                Map.of()));
        MAKES.put("gointegrator", new Make("Go Integrator: Configuration > Call Events, a rule for each line, run a"
                + " program", true, "", "", events("Ringing, in", "ringing inbound", "Connected, in",
                "connected inbound", "Completed, in", "completed inbound", "Missed, in", "missed inbound",
                "Ringing, out", "ringing outbound", "Connected, out", "connected outbound", "Completed, out",
                "completed outbound")));
        MAKES.put("3cx-assistant", new Make("3CX Assistant: the CRM command line", true, "", "", Map.of()));
        MAKES.put("estos", new Make("estos ProCall: actions that open a URL", true, "%s: %s",
                "&number=<Call.NumberSC>&origin=<Call.Origin>&name=<Call.ContactName>",
                events("Incoming call", "ringing", "Outgoing call", "outgoing", "Call answered", "connected",
                        "Call ended", "ended")));
        MAKES.put("nfon", new Make("NFON Softphone: action URLs; put its own placeholder for the number", true,
                "%s: %s", "&number=", events("Incoming", "incoming", "Outgoing", "outgoing", "Connected", "connected",
                "Hold", "hold", "Hangup", "hangup")));
        MAKES.put("voipgrid", new Make("VoIPGRID, Voys: a relay of yours posts the call notifications on", false,
                "%s%s", "", Map.of()));
        MAKES.put("generic", new Make("anything that can open a URL", true, "%s: %s",
                "&direction=inbound&id=ID&number=NUMBER&name=NAME", events("ringing", "ringing", "answered",
                "connected", "held", "held", "ended", "ended")));
    }

    private PhoneTable() {
    }

    static List<String> makes() {
        return List.copyOf(MAKES.keySet());
    }

    static String about(String make) {
        return MAKES.get(make).about();
    }

    static boolean isSoftphone(String make) {
        return MAKES.get(make).softphone();
    }

    /** @param command starts Deskbell, quoted as a shell wants it */
    static List<String> lines(String make, String url, String command) {
        Make phone = MAKES.get(make);
        List<String> lines = new ArrayList<>();
        switch (make) {
            case "poly" -> lines.addAll(List.of("apps.telNotification.URL=\"" + url + "/poly\"",
                    "apps.telNotification.incomingEvent=\"1\"", "apps.telNotification.outgoingEvent=\"1\"",
                    "apps.telNotification.callStateChangeEvent=\"1\""));
            case "voipgrid" -> lines.add(url + "/voipgrid");
            case "3cx-assistant" -> lines.add(command + " event");
            case "microsip" -> microSipHooks(command).forEach((key, value) -> lines.add(key + "=" + value));
            case "gointegrator" -> phone.events().forEach((theirs, ours) -> lines.add(theirs + ": " + command
                    + " event --source gointegrator --state " + ours.replace(" ", " --direction ")
                    + " --number \"{NUMBER}\" --name \"{NAME}\" --id \"{ID}\""));
            default -> phone.events().forEach((theirs, ours) -> lines.add(phone.written().formatted(theirs,
                    url + "/" + make + "?event=" + ours + phone.rest())));
        }
        return lines;
    }

    /** MicroSIP adds the number as the last word. cmdCallBusy comes in place of cmdCallEnd. */
    static Map<String, String> microSipHooks(String command) {
        Map<String, String> hooks = new LinkedHashMap<>();
        events("cmdIncomingCall", "incoming", "cmdOutgoingCall", "outgoing", "cmdCallAnswer", "answered",
                "cmdCallStart", "connected", "cmdCallEnd", "ended", "cmdCallBusy", "busy").forEach((key, event) ->
                        hooks.put(key, command + " event --source microsip --state " + event + " --number"));
        return hooks;
    }

    private static Map<String, String> events(String... pairs) {
        Map<String, String> events = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            events.put(pairs[i], pairs[i + 1]);
        }
        return events;
    }
}
