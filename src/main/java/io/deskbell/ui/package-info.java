/**
 * What the agent sees: the window with the calls, the toast on ringing, settings and the first run. View models decide
 * and are tested without a window; controllers bind and forward. Nothing of JavaFX is loaded before something has to be
 * shown; {@link io.deskbell.ui.DeskUi} is the one door.
 */
package io.deskbell.ui;
