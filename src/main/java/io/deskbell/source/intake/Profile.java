package io.deskbell.source.intake;

import java.util.List;

/** Reads what one make of phone says. Knows nothing of earlier words. */
@FunctionalInterface
interface Profile {
    /**
     * Empty when it is not about a call of this desk.
     *
     * @throws NotUnderstoodException in words without what the phone said
     */
    List<Word> read(Telling telling) throws NotUnderstoodException;
}
