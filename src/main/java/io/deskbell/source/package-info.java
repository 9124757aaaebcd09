/**
 * What a phone source is, and the loop that keeps one watching. Each kind of phone has a package of its own below this
 * one, which translates that phone's words into call reports and does nothing else; no source uses another.
 */
package io.deskbell.source;
