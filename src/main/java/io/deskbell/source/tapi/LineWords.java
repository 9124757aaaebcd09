package io.deskbell.source.tapi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a tape holds what TAPI told: a line for what was heard, one for the call, one for each party that is known.
 *
 * <pre>
 * CALLSTATE call=0x1_0001 state=CONNECTED detail=0x1 changed=0x0
 * info device=0x0 address=0x0 media=0x4 id=0x7 related=0x0 origin=INBOUND reason=DIRECT trunk=0xffff_ffff
 * caller flags=NAME|ADDRESS number="+31612345678" name="J. Jansen"
 * </pre>
 */
final class LineWords {
    private static final Pattern WORD = Pattern.compile("([a-z-]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))");
    private static final List<String> PARTIES = List.of("caller", "called", "connected", "redirection", "redirecting");

    private LineWords() {
    }

    /** As a tape wants text: octet by octet in Latin-1. */
    static String written(List<CallWord> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(word -> write(word, text));
        return octets(text.toString());
    }

    /** What line this is: for whoever reads the recording, and whether its ids are the same at every desk. */
    static String written(LineDevice line, boolean sharedIds) {
        return octets("name=" + quoted(line.name()) + " guid=" + quoted(line.guid()) + " address="
                + quoted(line.address()) + " provider=" + quoted(line.provider()) + " version="
                + Tapi.hex(line.version()) + " shared-ids=" + (sharedIds ? "yes" : "no") + "\n");
    }

    static boolean hasSharedIds(String text) {
        return values(text).getOrDefault("shared-ids", "no").equals("yes");
    }

    /** @throws IllegalArgumentException with what is wrong */
    static List<CallWord> read(String octets) {
        List<CallWord> words = new ArrayList<>();
        List<String> about = new ArrayList<>();
        for (String line : plain(octets).lines().filter(line -> !line.isBlank()).toList()) {
            boolean begins = Character.isUpperCase(line.charAt(0));
            if (begins && !about.isEmpty()) words.add(word(about));
            if (begins) about.clear();
            about.add(line.strip());
        }
        if (!about.isEmpty()) words.add(word(about));
        return words;
    }

    private static void write(CallWord word, StringBuilder text) {
        text.append(word.kind()).append(" call=").append(Tapi.hex(word.call()))
                .append(" state=").append(Tapi.words(Tapi.State.values(), word.state()))
                .append(" detail=").append(Tapi.hex(word.detail()))
                .append(" changed=").append(Tapi.words(Tapi.Change.values(), word.changed())).append('\n');
        word.info().ifPresent(info -> write(info, text));
    }

    private static void write(CallInfo info, StringBuilder text) {
        text.append("info device=").append(Tapi.hex(info.device())).append(" address=").append(Tapi.hex(info.address()))
                .append(" media=").append(Tapi.hex(info.media())).append(" id=").append(Tapi.hex(info.id()))
                .append(" related=").append(Tapi.hex(info.related()))
                .append(" origin=").append(Tapi.words(Tapi.Origin.values(), info.origin()))
                .append(" reason=").append(Tapi.words(Tapi.Reason.values(), info.reason()))
                .append(" trunk=").append(Tapi.hex(info.trunk())).append('\n');
        List<PartyId> parties = List.of(info.caller(), info.called(), info.connected(), info.redirection(),
                info.redirecting());
        for (int i = 0; i < parties.size(); i++) {
            PartyId party = parties.get(i);
            if (party.isEmpty()) continue;
            text.append(PARTIES.get(i)).append(" flags=").append(Tapi.words(Tapi.PartyFlag.values(), party.flags()))
                    .append(" number=").append(quoted(party.number())).append(" name=").append(quoted(party.name()))
                    .append('\n');
        }
    }

    private static CallWord word(List<String> lines) {
        String kind = lines.getFirst().split("\\s+", 2)[0];
        Map<String, String> told = values(lines.getFirst());
        Map<String, Map<String, String>> more = new HashMap<>();
        lines.subList(1, lines.size()).forEach(line -> more.put(line.split("\\s+", 2)[0], values(line)));
        try {
            return new CallWord(CallWord.Kind.valueOf(kind), number(told, "call"), bits(told, "state",
                    Tapi.State.values()), number(told, "detail"), bits(told, "changed", Tapi.Change.values()),
                    Optional.ofNullable(more.get("info")).map(info -> info(info, more)));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(lines.getFirst() + ": " + wrong.getMessage(), wrong);
        }
    }

    private static CallInfo info(Map<String, String> info, Map<String, Map<String, String>> parties) {
        return new CallInfo(number(info, "device"), number(info, "address"), number(info, "media"),
                number(info, "id"), number(info, "related"), bits(info, "origin", Tapi.Origin.values()),
                bits(info, "reason", Tapi.Reason.values()), number(info, "trunk"), party(parties.get("caller")),
                party(parties.get("called")), party(parties.get("connected")), party(parties.get("redirection")),
                party(parties.get("redirecting")));
    }

    private static PartyId party(Map<String, String> told) {
        if (told == null) return PartyId.NOBODY;
        return new PartyId(bits(told, "flags", Tapi.PartyFlag.values()), told.getOrDefault("number", ""),
                told.getOrDefault("name", ""));
    }

    private static int number(Map<String, String> told, String name) {
        return bits(told, name, new Tapi.Named[0]);
    }

    private static int bits(Map<String, String> told, String name, Tapi.Named[] all) {
        return Tapi.bits(all, told.getOrDefault(name, "0x0"));
    }

    private static Map<String, String> values(String line) {
        Map<String, String> values = new HashMap<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            values.put(word.group(1), word.group(2) == null ? word.group(3) : unquoted(word.group(2)));
        }
        return values;
    }

    /** Control characters are of no use to anybody and break lines. */
    private static String quoted(String text) {
        return '"' + text.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String unquoted(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String plain(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
