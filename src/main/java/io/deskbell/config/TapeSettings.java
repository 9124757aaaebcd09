package io.deskbell.config;

import java.nio.file.Path;

/**
 * Keys {@code record} and {@code record_masked} of a phone's section: writing down what comes in.
 *
 * @param masked whether numbers are made unknowable
 */
public record TapeSettings(Path file, boolean masked) {
}
