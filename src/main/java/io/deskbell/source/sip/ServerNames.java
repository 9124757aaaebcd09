package io.deskbell.source.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/** What the DNS knows. */
interface ServerNames {
    /** RFC 2782: whom to ask first, and how often of those who are asked first. */
    record Service(int priority, int weight, int port, String host) {
    }

    /** Empty when there are no such records; a DNS that does not answer is the same to the caller. */
    List<Service> services(String name);

    List<InetAddress> addresses(String host) throws IOException;
}
