/**
 * Watches a line of a PBX over SIP: a user agent of our own that subscribes to the dialogs of one extension (RFC 6665,
 * RFC 4235) and reads the notifications as call reports. It never takes, makes or touches a call.
 */
package io.deskbell.source.sip;
