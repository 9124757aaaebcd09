package io.deskbell.source;

import io.deskbell.call.Extension;
import java.io.IOException;
import java.util.List;

/**
 * A telephone system whose one line tells of the calls of many extensions: for a relay, which watches for all desks.
 * The desk's own {@link PhoneSource} for such a system watches the same line with a single extension.
 */
public interface Exchange {
    /** Who is told what: each extension hears of its own calls as if its phone stood alone. */
    interface Desks {
        List<Extension> all();

        /** @param extension one of {@link #all} */
        PhoneListener of(Extension extension);
    }

    /** As written in {@code [phone] source}: 3cx, asterisk. */
    String name();

    /** What is watched and where, for people. No secrets, no callers' numbers. */
    String description();

    /** Watches until the line is lost, in the manner of {@link PhoneSource#watch}. */
    void watch(Desks desks) throws IOException, InterruptedException;
}
