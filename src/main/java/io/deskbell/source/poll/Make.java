package io.deskbell.source.poll;

import io.deskbell.source.Reading;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** One make of phone: what it is asked, and how its answers are read (see {@link PhoneAnswer}). */
interface Make extends Reading {
    /** For people. */
    String title();

    /** What to ask next to learn what calls there are. */
    Request question(HttpUrl phone);

    /** What makes it call a number. */
    Request dialling(HttpUrl phone, String digits);

    /** The answer to that means that it calls. */
    boolean calls(PhoneAnswer answer);
}
