/**
 * The icon in the tray and its menu. {@link io.deskbell.ui.tray.TrayModel} turns what is going on into a picture, a
 * line of words and a menu, all of them data; a {@link io.deskbell.ui.tray.Tray} shows them by what the desktop offers:
 * StatusNotifierItem over D-Bus on Linux, AWT elsewhere. Neither JavaFX nor, where D-Bus does, AWT is loaded.
 */
package io.deskbell.ui.tray;
