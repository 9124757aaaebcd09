package io.deskbell.source.sip;

/** What came is no SIP message. Its words name what is wrong and quote nothing of it. */
final class SipParseException extends Exception {
    private static final long serialVersionUID = 1L;

    SipParseException(String words) {
        super(words);
    }
}
