/**
 * What the helpdesk is to be told, safely on disk until it is told, with the log of all calls beside it; and the
 * courier that carries it there. The outbox never loses an event that was recorded; the courier keeps the order within
 * a call and the limits of the API, and never lets the call of this moment wait behind those of yesterday.
 */
package io.deskbell.outbox;
