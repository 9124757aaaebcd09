package io.deskbell.call;

import java.util.Optional;

/**
 * What the configuration says of registering calls.
 *
 * @param withheldNumber sent for callers who show none
 * @param referrer sent when the phone does not tell what the customer dialled
 * @param filterField the name that goes with a call's filter value
 */
public record RegistrationRules(TransferRole transfer, Optional<String> withheldNumber, Optional<String> referrer,
                                Optional<String> filterField) {

    /** Which desk tells the helpdesk of a transfer. */
    public enum TransferRole {
        GIVER,
        /** Only where the call's name is the same at every desk. */
        TAKER,
        NEVER
    }
}
