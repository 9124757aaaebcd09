package io.deskbell.source.poll;

import io.deskbell.source.LineLostException;
import okhttp3.Request;

/** Brings requests to a phone: its web server, or what has to log in there first. Thread safe. */
interface Answering {
    /**
     * Has the phone do something, once at most.
     *
     * @throws LineLostException in words, when there is no answer
     */
    PhoneAnswer ask(Request request) throws LineLostException, InterruptedException;

    /** The same for what changes nothing, and may be sent again where a connection that was kept has died. */
    PhoneAnswer look(Request request) throws LineLostException, InterruptedException;
}
