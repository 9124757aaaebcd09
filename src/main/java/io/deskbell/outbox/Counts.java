package io.deskbell.outbox;

import io.deskbell.call.Reason;
import java.util.Optional;

/**
 * How it stands with the outbox, for the eyes of people.
 *
 * @param waiting not accepted yet
 * @param setAside refused
 * @param unwritten changes that the disk has not taken
 * @param diskTrouble why it has not
 */
public record Counts(int waiting, int setAside, int unwritten, Optional<Reason> diskTrouble) {
}
