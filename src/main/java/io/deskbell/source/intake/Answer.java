package io.deskbell.source.intake;

/**
 * What became of something told.
 *
 * @param status of HTTP: 200 taken, 400 not understood, 404 no such profile, 503 nobody watches or too much waits
 * @param words for people, without anything the caller said
 */
public record Answer(int status, String words) {
    static final Answer TAKEN = new Answer(200, "taken");

    public boolean isTaken() {
        return status == 200;
    }
}
