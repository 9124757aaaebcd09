/**
 * The built image among real telephones: a Kamailio, softphones and a scripted Agent Inbox on this machine.
 *
 * <p>Everything here runs on loopback, on ports chosen by the system, in a temporary folder of its own.
 * What is asserted is what Agent Inbox received.
 */
package io.deskbell.e2e;
