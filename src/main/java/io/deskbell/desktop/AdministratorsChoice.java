package io.deskbell.desktop;

import java.io.IOException;

/** The user may not change what was set for everybody. */
final class AdministratorsChoice extends IOException {
    private static final long serialVersionUID = 1L;

    AdministratorsChoice() {
        super("That Deskbell starts at login is set by your administrator");
    }
}
