package io.deskbell.ui.tray;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/** What keeps the settings of Xfce. Public only because D-Bus calls it. */
@DBusInterfaceName(Xfconf.NAME)
public interface Xfconf extends DBusInterface {
    String NAME = "org.xfce.Xfconf";
    String PATH = "/org/xfce/Xfconf";

    /** @param channel whose settings; @param property its path, as {@code xfconf-query -l} lists it */
    Variant<?> GetProperty(String channel, String property);
}
