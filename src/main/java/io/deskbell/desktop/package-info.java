/**
 * All that differs by operating system: opening an address in the browser, bringing its open window to the front,
 * secrets, one companion a user, start at login, links to telephones, whether there is a screen, which folders are
 * ours. Uses nothing else of ours; the environment is passed in, so that each system's rules are tested on any.
 */
package io.deskbell.desktop;
