package io.deskbell.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.deskbell.call.Direction;
import io.deskbell.call.Registration;

/** The body of a register-event request (CM.com, VoIP). All strings; what is empty is left out. */
@JsonPropertyOrder({"Id", "EventType", "PhoneNumber", "PhoneExtension", "Direction", "PhoneReferrer", "FilterField",
        "FilterValue"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RegisterEvent(@JsonProperty("Id") String id, @JsonProperty("EventType") String eventType,
                     @JsonProperty("PhoneNumber") String phoneNumber,
                     @JsonProperty("PhoneExtension") String phoneExtension,
                     @JsonProperty("Direction") String direction, @JsonProperty("PhoneReferrer") String phoneReferrer,
                     @JsonProperty("FilterField") String filterField,
                     @JsonProperty("FilterValue") String filterValue) {

    static RegisterEvent of(Registration registration) {
        return new RegisterEvent(registration.callId(), word(registration.kind()), registration.number(),
                registration.extension().digits(), word(registration.direction()), registration.referrer().orElse(""),
                registration.filter().map(Registration.Filter::field).orElse(""),
                registration.filter().map(Registration.Filter::value).orElse(""));
    }

    private static String word(Registration.Kind kind) {
        return switch (kind) {
            case ANSWERED -> "Answered";
            case TRANSFER -> "Transfer";
            case DISCONNECTED -> "Disconnected";
        };
    }

    private static String word(Direction direction) {
        return switch (direction) {
            case INBOUND -> "Inbound";
            case OUTBOUND -> "Outbound";
        };
    }

    /** Without the number. */
    @Override
    public String toString() {
        return eventType + " of " + id;
    }
}
