/**
 * Who calls: the caller's name, and the value that tells several customers with one number apart, from a list (CSV), an
 * address that is asked, or a pattern over the name the telephone shows. Nobody who asks waits; no number is logged.
 */
package io.deskbell.lookup;
