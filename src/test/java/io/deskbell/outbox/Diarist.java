package io.deskbell.outbox;

import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.Registrar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/** A program that writes one event after the other, and prints the call's id once the writing has returned. */
final class Diarist {
    /** Ends each line, so that a line cut short is seen. */
    static final String END = ".";

    private Diarist() {
    }

    public static void main(String[] args) throws IOException {
        try (Storage storage = Storage.open(Path.of(args[0]), Clock.systemUTC())) {
            Journal journal = new Journal(new Registrar(Samples.RULES), storage);
            for (int i = 0; ; i++) {
                String id = args[1] + "-" + i;
                Instant now = Instant.now();
                journal.happened(Samples.event(Type.ANSWERED, Samples.connected(id, Samples.CUSTOMER, now), now));
                System.out.println(id + END);
                System.out.flush();
            }
        }
    }
}
