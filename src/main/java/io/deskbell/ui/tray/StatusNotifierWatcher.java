package io.deskbell.ui.tray;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** The panel's ear for new icons. Public only because D-Bus calls it. */
@DBusInterfaceName(StatusNotifierWatcher.NAME)
public interface StatusNotifierWatcher extends DBusInterface {
    String NAME = "org.kde.StatusNotifierWatcher";
    String PATH = "/StatusNotifierWatcher";

    /** @param service the bus name under which the icon is to be found at {@code /StatusNotifierItem} */
    void RegisterStatusNotifierItem(String service);
}
