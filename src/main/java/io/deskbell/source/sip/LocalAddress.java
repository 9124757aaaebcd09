package io.deskbell.source.sip;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Which of this computer's addresses leads to a server. Passed in, so that a test can change the network. */
interface LocalAddress {
    /** Connecting a datagram socket asks the routing table and sends nothing. */
    LocalAddress OF_THE_SYSTEM = server -> {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(server);
            return socket.getLocalAddress();
        }
    };

    InetAddress towards(InetSocketAddress server) throws IOException;
}
