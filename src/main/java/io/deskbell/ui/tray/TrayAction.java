package io.deskbell.ui.tray;

import io.deskbell.call.PhoneNumber;

/** What an agent asks for in the tray. */
public sealed interface TrayAction {
    record Open() implements TrayAction {
    }

    record Pause(Paused what) implements TrayAction {
    }

    record Resume() implements TrayAction {
    }

    /** Shows one call in the window. */
    record ShowCall(String callId) implements TrayAction {
    }

    /** Calls the number that was dialled last. */
    record Redial(PhoneNumber number) implements TrayAction {
    }

    record Settings() implements TrayAction {
    }

    record Diagnosis() implements TrayAction {
    }

    record About() implements TrayAction {
    }

    record Quit() implements TrayAction {
    }
}
