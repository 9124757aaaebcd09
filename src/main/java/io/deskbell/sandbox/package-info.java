/**
 * A local Agent Inbox to try things against: the register-event contract with its answers, and a small web page that
 * shows each conversation as it comes. It speaks to this computer only and keeps nothing when it stops. Nothing that
 * runs at an agent's desk needs it; {@code demo} and tests do.
 */
package io.deskbell.sandbox;
