/**
 * Agent Inbox over HTTP: a registration becomes the body of a register-event request, and the answer becomes an outcome
 * the courier can act on. The key and callers' numbers stay in the request: no word that leaves here holds them.
 */
package io.deskbell.inbox;
