package io.deskbell.desktop;

import java.util.List;

/** Does what a later start was asked to do. Called on a thread of its own for each request. */
@FunctionalInterface
public interface Requests {
    /** @param words such as {@code show}, or {@code dial} and a number: whoever typed them, so not to be trusted */
    Reply answer(List<String> words);
}
