package io.deskbell.doctor;

/** Strikes out callers' numbers and secrets in a text, and counts them. */
@FunctionalInterface
public interface BlackPen {
    /** What may be shown, and how much was struck out of it. */
    record Blackened(String text, int numbers, int secrets) {
    }

    Blackened over(String text);
}
