package io.deskbell.source.sip;

import java.io.IOException;

/** Whoever sent the telephone system something, and how to send something back. */
@FunctionalInterface
interface PbxPeer {
    void send(byte[] bytes) throws IOException;
}
