package io.deskbell.source.voipgrid;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** The platform's call notifications, as help.voys.nl describes them ("Gespreksnotificaties"). */
public final class Notifications {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** @param account 0 for whoever has no telephone of the company */
    public record Person(String number, String name, int account, List<String> users) {
        public static Person outside(String number, String name) {
            return new Person(number, name, 0, List.of());
        }

        /** A colleague with telephone 20n and user number 60n. */
        public static Person colleague(int n) {
            return new Person("20" + n, "Agent " + n, 200 + n, List.of("60" + n));
        }

        ObjectNode json() {
            ObjectNode json = JSON.objectNode().put("number", number).put("name", name);
            if (account == 0) json.putNull("account_number");
            else json.put("account_number", account);
            ArrayNode numbers = json.putArray("user_numbers");
            users.forEach(numbers::add);
            return json;
        }
    }

    private final ObjectNode json = JSON.objectNode();
    private final ObjectNode destination = JSON.objectNode();

    private Notifications(String id, Instant at, String status, String direction, Person caller, String dialled) {
        json.put("version", "v2").put("call_id", id).put("timestamp", at.toString()).put("status", status)
                .put("direction", direction).set("caller", caller.json());
        destination.put("number", dialled);
        json.set("destination", destination);
    }

    /** One end of a call and the other, whatever becomes of it. */
    public record Line(String id, String direction, Person caller, String dialled) {
        public String created(Instant at) {
            return of(at, "created").text();
        }

        public String ringing(Instant at, Person... targets) {
            return of(at, "ringing").to(targets).text();
        }

        public String inProgress(Instant at, Person target) {
            return of(at, "in-progress").with(target).text();
        }

        public String ended(Instant at, String reason) {
            Notifications told = of(at, "ended");
            told.json.put("reason", reason);
            return told.text();
        }

        /** @param id the name that survives, and {@code merged} the one that does not */
        public String warmTransfer(Instant at, String id, String merged, Person by, Person to) {
            return transfer(at, "warm-transfer", id, merged, by, to).with(to).text();
        }

        public String coldTransfer(Instant at, String id, String merged, Person by, Person to) {
            return transfer(at, "cold-transfer", id, merged, by, to).to(to).text();
        }

        /** The same call under the name that survived. */
        public Line named(String other, String dialledNow) {
            return new Line(other, direction, caller, dialledNow);
        }

        private Notifications transfer(Instant at, String status, String id, String merged, Person by, Person to) {
            Notifications told = new Notifications(id, at, status, direction, caller, to.number());
            told.json.put("merged_id", merged).set("redirector", by.json());
            return told;
        }

        private Notifications of(Instant at, String status) {
            return new Notifications(id, at, status, direction, caller, dialled);
        }
    }

    private Notifications to(Person... targets) {
        ArrayNode all = destination.putArray("targets");
        for (Person target : targets) all.add(target.json());
        return this;
    }

    private Notifications with(Person target) {
        destination.set("target", target.json());
        return this;
    }

    private String text() {
        return json.toString();
    }
}
