/**
 * The language of the house: numbers, parties, calls and their events, and the one state machine that turns what
 * phones report into what happened. Knows no phone, no file, no network and no window; uses the JDK, libphonenumber
 * and nothing of ours.
 */
package io.deskbell.call;
