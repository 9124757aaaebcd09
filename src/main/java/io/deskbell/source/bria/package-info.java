/**
 * Watches Bria through its desktop API: frames that look like HTTP on a websocket of the softphone. It says that
 * something changed, and is then asked what calls there are.
 */
package io.deskbell.source.bria;
