/**
 * Watches Tinyphone, a softphone without a face: events on a websocket, and a web interface that says what calls there
 * are and dials.
 */
package io.deskbell.source.tinyphone;
