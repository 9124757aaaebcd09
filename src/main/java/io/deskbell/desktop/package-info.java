/**
 * All that differs by operating system: opening an address in the browser, bringing its open window to the front,
 * secrets, one companion a user, start at login, links to telephones, whether there is a screen, which folders are
 * ours. Of ours it uses the files for the user alone; the environment is passed in, so that each system's rules are
 * tested on any.
 */
package io.deskbell.desktop;
