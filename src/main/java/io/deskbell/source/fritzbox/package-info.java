/**
 * Listens to the call monitor of a FRITZ!Box: one line of text for each thing that happens to any call of the box. Only
 * what concerns this desk is told on.
 */
package io.deskbell.source.fritzbox;
