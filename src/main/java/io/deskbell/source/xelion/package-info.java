/**
 * Watches the calls of one Xelion user: a session of the user's own over HTTP, notifications on a websocket, and a few
 * questions where those leave the caller's number out. Channels are folded into calls by their call id, which is the
 * same at every desk.
 */
package io.deskbell.source.xelion;
