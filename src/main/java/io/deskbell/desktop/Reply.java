package io.deskbell.desktop;

/**
 * What the later start says and ends with.
 *
 * @param exit 0, 1 (failure) or 2 (wrong usage)
 */
public record Reply(int exit, String words) {
}
