package io.deskbell.source.threecx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * One extension's part in one call, as {@code GET /callcontrol/{dn}/participants/{id}} answers it:
 *
 * <pre>
 * {"id":7,"status":"Ringing","dn":"100","party_caller_name":"P. Jansen","party_dn":"10000",
 *  "party_caller_id":"+31501234567","party_did":"","party_dn_type":"Wexternalline","originated_by_dn":"",
 *  "referred_by_dn":"","on_behalf_of_dn":"800","callid":321,"legid":2, ...}
 * </pre>
 *
 * @param dn the extension
 * @param call small, counted up from 1 since the telephone system was started; the same for all who take part
 * @param number of the other end; empty where none is shown
 * @param outside the other end is on a line to the public network
 * @param did what the customer dialled; version 20 leaves it empty inbound
 * @param originatedBy the extension that began the call, as far as it is told; so are the next two
 * @param referredBy who handed the call over, or had it diverted
 * @param onBehalfOf the queue that offers it
 */
record Participant(String dn, long id, long call, Status status, String number, String name, boolean outside,
                   String did, String originatedBy, String referredBy, String onBehalfOf) {
    /** Hold is not shown. */
    enum Status { RINGING, DIALING, CONNECTED }

    /** Empty for what is none, or whose status only a later version knows. */
    static Optional<Participant> of(JsonNode told) {
        String dn = text(told, "dn");
        Optional<Status> status = status(text(told, "status"));
        boolean whole = !dn.isEmpty() && told.path("id").asLong() > 0 && told.path("callid").asLong() > 0;
        if (!whole || status.isEmpty()) return Optional.empty();
        String type = text(told, "party_dn_type").toLowerCase(Locale.ROOT);
        boolean outside = type.contains("external");
        String number = text(told, "party_caller_id");
        return Optional.of(new Participant(dn, told.path("id").asLong(), told.path("callid").asLong(), status.get(),
                number.isEmpty() && !outside ? text(told, "party_dn") : number, text(told, "party_caller_name"),
                outside, text(told, "party_did"), text(told, "originated_by_dn"), text(told, "referred_by_dn"),
                text(told, "on_behalf_of_dn")));
    }

    String path() {
        return "/callcontrol/" + dn + "/participants/" + id;
    }

    boolean isConnected() {
        return status == Status.CONNECTED;
    }

    private static String text(JsonNode told, String field) {
        return told.path(field).isNull() ? "" : told.path(field).asText().strip();
    }

    private static Optional<Status> status(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "ringing" -> Optional.of(Status.RINGING);
            case "dialing" -> Optional.of(Status.DIALING);
            case "connected" -> Optional.of(Status.CONNECTED);
            default -> Optional.empty();
        };
    }
}
