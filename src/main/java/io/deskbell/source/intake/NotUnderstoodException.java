package io.deskbell.source.intake;

/** A phone said something that its profile does not know. */
final class NotUnderstoodException extends Exception {
    private static final long serialVersionUID = 1L;

    NotUnderstoodException(String words) {
        super(words);
    }
}
