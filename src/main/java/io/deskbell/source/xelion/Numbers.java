package io.deskbell.source.xelion;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskbell.call.Direction;
import io.deskbell.call.NumberPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the number of each call in lists that have numbers and other ids. A number goes to the call it is named with;
 * else by direction and name to the only call that can be meant. A wrong number is worse than none. Not thread safe.
 *
 * <pre>
 * me/device/calls        channelId, callDirection, remoteNumber, remoteName
 * communications/recent  lastCommunication: callId, incoming, callEndTime, participants with address
 * </pre>
 */
final class Numbers {
    private static final int MOST = 500;

    private final NumberPlan plan;
    /** When each entry was first seen: one older than a call is another call's. */
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    Numbers(NumberPlan plan) {
        this.plan = plan;
    }

    /** @param ids of the call or its channel */
    private record Told(List<String> ids, Optional<Direction> direction, String number, String name, String line) {
        String key() {
            return ids.getFirst().isEmpty() ? number : ids.getFirst();
        }
    }

    void deviceCalls(JsonNode answer, Collection<OwnCall> calls, Instant at) {
        List<Told> told = new ArrayList<>();
        for (JsonNode item : answer.path("data")) {
            JsonNode call = item.path("object");
            String number = Channel.text(call, "remoteNumber");
            if (number.isEmpty()) continue;
            told.add(new Told(List.of(Channel.text(call, "channelId")), direction(Channel.text(call, "callDirection")),
                    number, Channel.text(call, "remoteName"), line(call)));
        }
        join(told, calls, at, true);
    }

    /** Entries that are over are taken by their id only. */
    void recent(JsonNode answer, Collection<OwnCall> calls, Instant at) {
        List<Told> named = new ArrayList<>();
        List<Told> open = new ArrayList<>();
        for (JsonNode item : answer.path("data")) {
            JsonNode contact = item.path("object");
            JsonNode last = contact.has("lastCommunication") ? contact.path("lastCommunication") : contact;
            boolean incoming = last.path("incoming").asBoolean();
            String number = number(last, incoming);
            if (number.isEmpty()) continue;
            String id = Channel.text(last, "callId");
            Told told = new Told(List.of(id, id.replaceFirst("^caller_", "")),
                    Optional.of(incoming ? Direction.INBOUND : Direction.OUTBOUND), number,
                    Channel.text(contact.path("addressable"), "commonName"), line(last));
            named.add(told);
            boolean over = !Channel.text(last, "callEndTime").isEmpty() || last.path("durationSec").asInt() > 0;
            if (!over) open.add(told);
        }
        join(named, calls, at, false);
        byName(open, calls);
    }

    /** The other side's: who called, or who was called. */
    private static String number(JsonNode communication, boolean incoming) {
        String role = incoming ? "rtFrom" : "rtTo";
        for (JsonNode participant : communication.path("participants")) {
            if (Channel.text(participant, "role").equalsIgnoreCase(role)) return Channel.text(participant, "address");
        }
        return "";
    }

    private static String line(JsonNode call) {
        return Channel.text(call.path("phoneLine"), "externalNumber");
    }

    private void join(List<Told> told, Collection<OwnCall> calls, Instant at, boolean byLooks) {
        List<Told> left = new ArrayList<>(told);
        for (OwnCall call : calls) {
            left.stream().filter(one -> isNamed(one, call)).findFirst().ifPresent(one -> {
                left.remove(one);
                take(call, one);
            });
        }
        if (byLooks) {
            byName(left, calls);
            onlyOne(left, calls);
        }
        told.forEach(one -> seen.putIfAbsent(one.key(), at));
        while (seen.size() > MOST) seen.remove(seen.keySet().iterator().next());
    }

    private void byName(List<Told> told, Collection<OwnCall> calls) {
        for (OwnCall call : calls.stream().filter(OwnCall::lacksNumber).toList()) {
            if (call.name.isEmpty()) continue;
            only(told, one -> one.name().equalsIgnoreCase(call.name) && mayBe(one, call)).ifPresent(one -> {
                told.removeIf(same -> same.number().equals(one.number()));
                take(call, one);
            });
        }
    }

    /** One call without a number, one number without a call: they belong together unless their names differ. */
    private void onlyOne(List<Told> told, Collection<OwnCall> calls) {
        List<OwnCall> lacking = calls.stream().filter(OwnCall::lacksNumber).toList();
        if (lacking.size() != 1) return;
        OwnCall call = lacking.getFirst();
        only(told, one -> mayBe(one, call)
                && (one.name().isEmpty() || call.name.isEmpty() || one.name().equalsIgnoreCase(call.name)))
                .ifPresent(one -> take(call, one));
    }

    private boolean mayBe(Told one, OwnCall call) {
        boolean directionsAgree = one.direction().isEmpty() || call.direction.isEmpty()
                || one.direction().equals(call.direction);
        return directionsAgree && !seenBefore(one, call);
    }

    private boolean seenBefore(Told one, OwnCall call) {
        return Optional.ofNullable(seen.get(one.key())).filter(call.begun::isAfter).isPresent();
    }

    private static boolean isNamed(Told one, OwnCall call) {
        return one.ids().stream().anyMatch(id -> !id.isEmpty()
                && (call.channelIds.contains(id) || call.callId.equals(id)));
    }

    private void take(OwnCall call, Told one) {
        if (!call.lacksNumber()) return;
        call.channelIds.add(one.key()); // Named so, whatever the ids of the other list are.
        call.direction = call.direction.or(one::direction);
        call.learn(plan, one.number(), one.name());
        if (!call.isOutbound()) call.referrer = call.referrer.or(() -> plan.number(one.line()));
    }

    private static Optional<Direction> direction(String word) {
        return switch (word) {
            case "Inbound" -> Optional.of(Direction.INBOUND);
            case "Outbound" -> Optional.of(Direction.OUTBOUND);
            default -> Optional.empty();
        };
    }

    private static Optional<Told> only(List<Told> told, Predicate<Told> wanted) {
        List<Told> found = told.stream().filter(wanted).toList();
        boolean one = found.stream().map(Told::number).distinct().count() == 1; // Twins name it twice.
        return one ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
