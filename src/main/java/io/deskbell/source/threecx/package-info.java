/**
 * Watches extensions of a 3CX telephone system (version 20) by its Call Control API: a websocket that says what
 * changed, and questions that say how it stands. Dials, where that is wanted.
 */
package io.deskbell.source.threecx;
