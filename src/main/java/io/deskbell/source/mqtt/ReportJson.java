package io.deskbell.source.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A call report as JSON. What is not known is left out; fields nobody knows are not read.
 *
 * <pre>
 * {"call": "1531150397.972", "scope": "shared", "state": "connected", "at": "2026-11-28T10:15:30.123Z",
 *  "aliases": ["..."], "direction": "inbound", "party": {"outside": "+31612345678", "name": "P. Jansen"},
 *  "referrer": "+31207654321", "reason": "normal", "transfer": {"to": "202", "inferred": false},
 *  "by": "203", "filter": "C-1234", "whole": true}
 * </pre>
 */
final class ReportJson {
    private ReportJson() {
    }

    static ObjectNode write(CallReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("call", report.key().value()).put("scope", word(report.key().scope()))
                .put("state", word(report.state())).put("at", report.at().toString());
        if (!report.aliases().isEmpty()) {
            ArrayNode aliases = json.putArray("aliases");
            report.aliases().forEach(aliases::add);
        }
        report.direction().ifPresent(way -> json.put("direction", word(way)));
        party(report.party(), json.putObject("party"));
        report.referrer().ifPresent(number -> json.put("referrer", number.e164()));
        report.reason().ifPresent(why -> json.put("reason", word(why)));
        report.transfer().ifPresent(given -> json.putObject("transfer").put("to", given.to().digits())
                .put("inferred", given.inferred()));
        report.transferredBy().ifPresent(colleague -> json.put("by", colleague.digits()));
        report.filterValue().ifPresent(value -> json.put("filter", value));
        if (report.wholeCallInSight()) json.put("whole", true);
        return json;
    }

    /** @throws IllegalArgumentException when it is no report */
    static CallReport read(JsonNode json) {
        List<String> aliases = new ArrayList<>();
        json.path("aliases").forEach(alias -> aliases.add(alias.asText()));
        CallKey key = new CallKey(needed(json, "call"), constant(CallKey.Scope.class, needed(json, "scope")));
        return new CallReport(key, constant(CallState.class, needed(json, "state")), moment(needed(json, "at")),
                aliases, text(json, "direction").map(word -> constant(Direction.class, word)),
                party(json.path("party")), text(json, "referrer").map(PhoneNumber::new),
                text(json, "reason").map(ReportJson::reason), transfer(json.path("transfer")),
                text(json, "by").map(Extension::new), text(json, "filter"), json.path("whole").asBoolean());
    }

    static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.format.DateTimeParseException none) {
            throw new IllegalArgumentException("at is no moment", none);
        }
    }

    private static void party(Party party, ObjectNode json) {
        switch (party) {
            case Party.Outside outside -> json.put("outside", outside.number().e164());
            case Party.Colleague colleague -> json.put("colleague", colleague.extension().digits());
            case Party.Withheld withheld -> json.put("withheld", true);
            case Party.Unknown unknown -> json.put("unknown", true);
        }
        if (!party.name().isEmpty()) json.put("name", party.name());
    }

    /** A kind of party that only a later version knows is nobody we know. */
    private static Party party(JsonNode json) {
        String name = json.path("name").asText("");
        if (json.path("withheld").asBoolean()) return new Party.Withheld();
        Optional<Party> outside = text(json, "outside").map(e164 -> new Party.Outside(new PhoneNumber(e164), name));
        return outside.or(() -> text(json, "colleague").map(one -> new Party.Colleague(new Extension(one), name)))
                .orElseGet(() -> new Party.Unknown(name));
    }

    private static Optional<Transfer> transfer(JsonNode json) {
        return text(json, "to").map(to -> new Transfer(new Extension(to), json.path("inferred").asBoolean()));
    }

    /** A later version may have more of them; the call is over all the same. */
    private static EndReason reason(String word) {
        try {
            return constant(EndReason.class, word);
        } catch (IllegalArgumentException later) {
            return EndReason.UNKNOWN;
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> of, String word) {
        return Enum.valueOf(of, word.toUpperCase(Locale.ROOT));
    }

    private static String needed(JsonNode json, String field) {
        return text(json, field).orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    private static Optional<String> text(JsonNode json, String field) {
        return json.hasNonNull(field) ? Optional.of(json.path(field).asText()) : Optional.empty();
    }
}
