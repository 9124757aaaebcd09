/**
 * The program itself: the command line, the one class that builds everything by hand and stops it in reverse, the list
 * of phone sources, and the thread that owns the calls. Read {@link io.deskbell.Companion} first.
 */
package io.deskbell;
