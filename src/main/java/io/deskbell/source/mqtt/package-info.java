/**
 * Reads what {@code deskbell relay} tells of this desk's calls, from an MQTT 5 broker. Topics and messages, which the
 * relay writes and the desk reads, are here for both.
 */
package io.deskbell.source.mqtt;
