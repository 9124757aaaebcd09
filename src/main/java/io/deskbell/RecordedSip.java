package io.deskbell;

import io.deskbell.config.SipSettings.Event;
import io.deskbell.config.SipSettings.SilentFork;

/**
 * How a line was watched over SIP.
 *
 * @param watch the line
 * @param fork which headers of a call were read
 */
record RecordedSip(String watch, Event event, SilentFork fork) {
}
