package io.deskbell.lookup;

import io.deskbell.call.Extension;
import io.deskbell.call.PhoneNumber;
import java.util.Optional;

/**
 * Of whom something is asked.
 *
 * @param extension of the agent who is called
 * @param referrer the number the customer dialled
 */
public record Caller(PhoneNumber number, Extension extension, Optional<String> referrer) {
}
