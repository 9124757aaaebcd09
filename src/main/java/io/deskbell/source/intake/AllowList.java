package io.deskbell.source.intake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Addresses that may tell us of calls: those listed, or where none is, private networks. This computer always may. */
final class AllowList {
    private final List<String> networks;

    /** @param networks such as {@code 10.0.0.0/8} or {@code 10.0.0.9}, checked by the configuration */
    AllowList(List<String> networks) {
        this.networks = List.copyOf(networks);
    }

    boolean allows(InetAddress address) {
        if (address.isLoopbackAddress()) return true;
        if (networks.isEmpty()) return isPrivate(address);
        return networks.stream().anyMatch(network -> isIn(network, address.getAddress()));
    }

    /** RFC 1918, RFC 3927; for IPv6 RFC 4193 and RFC 4291 section 2.5.6. */
    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        return address.isSiteLocalAddress() || address.isLinkLocalAddress() || uniqueLocal;
    }

    private static boolean isIn(String network, byte[] address) {
        int slash = network.indexOf('/');
        byte[] base = literal(slash < 0 ? network : network.substring(0, slash));
        int bits = slash < 0 ? base.length * 8 : Integer.parseInt(network.substring(slash + 1));
        if (base.length != address.length || bits > base.length * 8) return false;
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if (((base[i / 8] ^ address[i / 8]) & mask) != 0) return false;
        }
        return true;
    }

    private static byte[] literal(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException unchecked) {
            throw new IllegalArgumentException("not an address", unchecked);
        }
    }
}
