package io.deskbell.source.sip;

import java.nio.charset.StandardCharsets;

/** Dialog-info documents for tests. */
final class Bodies {
    static final String TYPE = "application/dialog-info+xml";

    private Bodies() {
    }

    static String full(int version, String... dialogs) {
        return document(version, "full", dialogs);
    }

    static String partial(int version, String... dialogs) {
        return document(version, "partial", dialogs);
    }

    static String dialog(String id, String callId, String state) {
        return "<dialog id=\"" + id + "\" call-id=\"" + callId + "\" direction=\"recipient\"><state>" + state
                + "</state><remote><identity>sip:+31612345678@pbx.test</identity></remote></dialog>";
    }

    /** Asterisk's: the line itself. */
    static String line(String state) {
        return "<dialog id=\"201\"><state>" + state + "</state></dialog>";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String document(int version, String state, String... dialogs) {
        return "<?xml version=\"1.0\"?>\n<dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\"" + version
                + "\" state=\"" + state + "\" entity=\"sip:201@pbx.test\">" + String.join("\n", dialogs)
                + "</dialog-info>";
    }
}
