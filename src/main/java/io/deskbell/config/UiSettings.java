package io.deskbell.config;

/** Section {@code [ui]}: what the agent sees and hears while the phone rings. */
public record UiSettings(boolean toast, boolean sound) {
}
