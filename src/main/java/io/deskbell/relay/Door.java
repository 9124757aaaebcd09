package io.deskbell.relay;

import io.deskbell.config.RelaySettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Who may tell of calls: the notifications bear no signature, so it is the sender's address and a secret in the path,
 * compared in constant time. Immutable.
 */
final class Door {
    private static final String PROFILE = "/" + RelaySettings.TOLD;

    private final byte[] token;
    private final InetAddressSet allowed;
    private final InetAddressSet proxies;

    Door(RelaySettings.Web web) {
        this.token = web.token().reveal().getBytes(StandardCharsets.UTF_8);
        this.allowed = set(web.allow());
        this.proxies = set(web.proxy());
    }

    /**
     * Who really asks: behind a proxy of ours, the last address it has written that is no proxy's itself. What stands
     * before that anybody can have written.
     */
    Optional<InetAddress> sender(InetAddress peer, List<String> forwardedFor) {
        if (!holds(proxies, peer)) return Optional.of(peer);
        List<String> hops = forwardedFor.stream().flatMap(line -> List.of(line.split(",")).stream())
                .map(String::strip).filter(hop -> !hop.isEmpty()).toList();
        for (String hop : hops.reversed()) {
            Optional<InetAddress> address = literal(hop);
            if (address.isEmpty() || !holds(proxies, address.get())) return address;
        }
        return Optional.of(peer);
    }

    boolean letsIn(InetAddress sender) {
        return allowed.isEmpty() || holds(allowed, sender);
    }

    /** {@code /{token}/voipgrid}, in the same time however much of it is right. */
    boolean isRightPath(String path) {
        int end = path.indexOf('/', 1);
        String said = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
        boolean knows = MessageDigest.isEqual(token, said.getBytes(StandardCharsets.UTF_8));
        return knows && path.substring(end < 0 ? path.length() : end).equals(PROFILE);
    }

    private static boolean holds(InetAddressSet set, InetAddress address) {
        return !set.isEmpty() && set.test(address);
    }

    private static InetAddressSet set(List<String> networks) {
        InetAddressSet set = new InetAddressSet();
        set.addAll(networks);
        return set;
    }

    /** By its looks: a name would be asked of the DNS. With a port behind it, as some proxies write. */
    private static Optional<InetAddress> literal(String hop) {
        String text = hop.replaceFirst("^\\[(.*)](:\\d+)?$", "$1").replaceFirst("^([0-9.]+):\\d+$", "$1");
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+")) return Optional.empty();
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException unreadable) {
            return Optional.empty();
        }
    }
}
