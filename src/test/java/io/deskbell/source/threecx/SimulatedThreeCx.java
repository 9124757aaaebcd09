package io.deskbell.source.threecx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A 3CX as far as its Call Control API shows it: who takes part in which call, and what the websocket says of it. Only
 * extensions listed at the API client are told of. Any thread.
 */
final class SimulatedThreeCx {
    static final String TRUNK = "10000";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> listed;
    private final Map<Integer, Part> parts = new LinkedHashMap<>();
    private Consumer<String> websocket = notice -> { };
    private int lastPart;
    private int lastCall;
    private int sequence;

    /** One extension's part in one call. */
    private static final class Part {
        private final int id;
        private final int call;
        private final String dn;
        private String status;
        private String number;
        private String name = "";
        private String partyDn;
        private String originatedBy = "";
        private String referredBy = "";
        private String onBehalfOf = "";

        Part(int id, int call, String dn, String status, String number) {
            this.id = id;
            this.call = call;
            this.dn = dn;
            this.status = status;
            this.number = number;
            this.partyDn = number.length() > 5 || number.isEmpty() ? TRUNK : number;
        }

        private Map<String, Object> told() {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("id", id);
            told.put("status", status);
            told.put("dn", dn);
            told.put("party_caller_name", name);
            told.put("party_dn", partyDn);
            told.put("party_caller_id", number);
            told.put("party_did", ""); // So it is on version 20.
            told.put("device_id", "sip:" + dn + "@10.0.0.5:5060");
            told.put("party_dn_type", partyDn.equals(TRUNK) ? "Wexternalline" : "Wextension");
            told.put("direct_control", false);
            told.put("originated_by_dn", originatedBy);
            told.put("originated_by_type", originatedBy.isEmpty() ? "None" : "Wextension");
            told.put("referred_by_dn", referredBy);
            told.put("referred_by_type", referredBy.isEmpty() ? "None" : "Wextension");
            told.put("on_behalf_of_dn", onBehalfOf);
            told.put("on_behalf_of_type", onBehalfOf.isEmpty() ? "None" : "Wqueue");
            told.put("callid", call);
            told.put("legid", 2);
            return told;
        }
    }

    SimulatedThreeCx(List<String> listed) {
        this.listed = List.copyOf(listed);
    }

    /** Whoever holds the websocket now. */
    synchronized void tellTo(Consumer<String> listener) {
        websocket = listener;
    }

    /** A new call; who takes part in it comes next. */
    synchronized int newCall() {
        return ++lastCall;
    }

    /** The extension rings with a call of that customer. */
    synchronized void ring(int call, String dn, String customer, String queue) {
        Part part = begin(call, dn, "Ringing", customer);
        part.onBehalfOf = queue;
        say(0, part);
    }

    /** It rings with a call that a colleague handed over or had diverted. */
    synchronized void refer(int call, String dn, String customer, String by, boolean connected) {
        Part part = begin(call, dn, connected ? "Connected" : "Ringing", customer);
        part.referredBy = by;
        say(0, part);
    }

    synchronized void dial(int call, String dn, String number) {
        Part part = begin(call, dn, "Dialing", number);
        part.originatedBy = dn;
        say(0, part);
    }

    /** Who was called rings as well, where it is somebody who is told of. */
    synchronized void ringColleague(int call, String from, String number) {
        if (listed.contains(number)) ring(call, number, from, "");
    }

    /** What the customer is called, where that shows. */
    synchronized void named(int call, String name) {
        parts.values().stream().filter(part -> part.call == call).forEach(part -> part.name = name);
    }

    synchronized void connect(int call, String dn) {
        find(call, dn).ifPresent(part -> {
            part.status = "Connected";
            say(0, part);
        });
    }

    synchronized void leave(int call, String dn) {
        find(call, dn).ifPresent(part -> {
            parts.remove(part.id);
            say(1, part);
        });
    }

    /** All of them hang up. */
    synchronized void end(int call) {
        List<Part> all = parts.values().stream().filter(part -> part.call == call).toList();
        all.forEach(part -> leave(call, part.dn));
    }

    /** The same once more, without anything having changed. */
    synchronized void repeat() {
        List.copyOf(parts.values()).forEach(part -> say(0, part));
    }

    /** What nobody knows, and keys that are pressed. */
    synchronized void chatter() {
        websocket.accept(notice(2, "/callcontrol/" + listed.getFirst() + "/participants/1"));
        websocket.accept(notice(17, "/callcontrol/" + listed.getFirst()));
    }

    /** Calls are gone without a word, and numbers begin at 1 again. */
    synchronized void restart() {
        parts.clear();
        lastPart = 0;
        lastCall = 0;
        sequence = 0;
    }

    synchronized List<Integer> callsOf(String dn) {
        return parts.values().stream().filter(part -> part.dn.equals(dn)).map(part -> part.call).toList();
    }

    synchronized String status(int call, String dn) {
        return find(call, dn).map(part -> part.status).orElse("");
    }

    boolean lists(String dn) {
        return listed.contains(dn);
    }

    /** As a {@code GET} of it answers; null where there is none. */
    synchronized String part(int call, String dn) {
        return text(find(call, dn).map(Part::told).orElse(null));
    }

    /** {@code GET} of that path. */
    synchronized Answer answer(String path) {
        String[] words = path.split("/");
        if (path.equals("/callcontrol")) return Answer.of(200, text(listed.stream().map(this::extension).toList()));
        boolean known = words.length > 2 && listed.contains(words[2]);
        if (!known) return Answer.of(404, "");
        if (words.length == 3) return Answer.of(200, text(extension(words[2])));
        if (words[3].equals("devices")) return Answer.of(200, text(devices(words[2])));
        Optional<Part> part = words.length > 4 && words[4].matches("\\d{1,9}")
                ? Optional.ofNullable(parts.get(Integer.parseInt(words[4]))) : Optional.empty();
        return part.filter(one -> one.dn.equals(words[2])).map(one -> Answer.of(200, text(one.told())))
                .orElse(Answer.of(404, ""));
    }

    private Part begin(int call, String dn, String status, String number) {
        Part part = new Part(++lastPart, call, dn, status, number);
        parts.put(part.id, part);
        return part;
    }

    private Optional<Part> find(int call, String dn) {
        return parts.values().stream().filter(part -> part.call == call && part.dn.equals(dn)).findFirst();
    }

    private void say(int type, Part part) {
        if (listed.contains(part.dn)) {
            websocket.accept(notice(type, "/callcontrol/" + part.dn + "/participants/" + part.id));
        }
    }

    private String notice(int type, String entity) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event_type", type);
        event.put("entity", entity);
        event.put("attached_data", null);
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("sequence", ++sequence);
        notice.put("event", event);
        return text(notice);
    }

    private Map<String, Object> extension(String dn) {
        List<Map<String, Object>> own = new ArrayList<>();
        parts.values().stream().filter(part -> part.dn.equals(dn)).forEach(part -> own.add(part.told()));
        return Map.of("dn", dn, "type", "Wextension", "devices", devices(dn), "participants", own);
    }

    private List<Map<String, Object>> devices(String dn) {
        return List.of(Map.of("dn", dn, "device_id", "sip:" + dn + "@10.0.0.5:5060", "user_agent", "Yealink T46U"));
    }

    private String text(Object told) {
        try {
            return JSON.writeValueAsString(told);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
