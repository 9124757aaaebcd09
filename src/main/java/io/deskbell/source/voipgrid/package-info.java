/**
 * The platform of VoIPGRID (Voys and other brands), asked over its web interface: it rings the agent's telephone and
 * then calls a number, and says how far that has come. Calls that come in it tells to a server; see the intake.
 */
package io.deskbell.source.voipgrid;
