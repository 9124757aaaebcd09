package io.deskbell.e2e;

import java.io.IOException;

/** Starting what needs a port of its own: somebody else may take the port between the choice and the start. */
interface Attempts<T> {
    int MOST = 4;

    T start() throws IOException, InterruptedException;

    static <T> T of(Attempts<T> attempt) throws IOException, InterruptedException {
        IOException last = new IOException("not tried");
        for (int tries = 0; tries < MOST; tries++) {
            try {
                return attempt.start();
            } catch (IOException failed) {
                last = failed;
            }
        }
        throw last;
    }
}
