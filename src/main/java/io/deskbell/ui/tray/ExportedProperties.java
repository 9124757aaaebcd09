package io.deskbell.ui.tray;

import java.util.Map;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.types.Variant;

/** Reads one property out of all that an exported object has, as the library wants it told. */
final class ExportedProperties {
    private ExportedProperties() {
    }

    /** @throws UnknownProperty when there is none of that name */
    @SuppressWarnings("unchecked") // The library's signature; it takes a Variant for any A.
    static <A> A one(String name, Map<String, Variant<?>> all) {
        Variant<?> value = all.get(name);
        if (value == null) throw new UnknownProperty(name);
        return (A) value;
    }
}
