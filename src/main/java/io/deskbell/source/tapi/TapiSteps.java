package io.deskbell.source.tapi;

/** Hears how far a try has come: for a diagnosis that goes step by step. Called on the thread that owns the line. */
@FunctionalInterface
public interface TapiSteps {
    /** For whoever does not want to know. */
    TapiSteps NONE = detail -> {
        // Nobody asked.
    };

    /** @param detail for people; no secrets, no callers' numbers */
    void reached(String detail);
}
