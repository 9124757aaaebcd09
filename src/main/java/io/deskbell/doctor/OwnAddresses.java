package io.deskbell.doctor;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** By which addresses other devices in the house find this computer: IPv4, as desk phones are given. */
public final class OwnAddresses {
    private OwnAddresses() {
    }

    public static List<InetAddress> now() {
        try {
            return NetworkInterface.networkInterfaces().filter(OwnAddresses::isInUse)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLinkLocalAddress()).toList();
        } catch (SocketException notTold) {
            return List.of();
        }
    }

    private static boolean isInUse(NetworkInterface one) {
        try {
            return one.isUp() && !one.isLoopback() && !one.isPointToPoint();
        } catch (SocketException gone) {
            return false;
        }
    }
}
