/**
 * All that differs by operating system. For now: opening an address in the system's browser, whether there is a screen
 * to show it on, and which folders are ours. Uses nothing else of ours; the environment is passed in, so that each
 * system's rules are tested on any.
 */
package io.deskbell.desktop;
