package io.deskbell.source.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Finds where a server can be reached, in the order to try (RFC 3263 §4, RFC 2782). */
final class ServerSearch {
    /** A telephone system has two or three addresses; more is a mistake or malice. */
    private static final int MOST = 12;

    private final ServerNames names;
    private final RandomGenerator random;

    ServerSearch(ServerNames names, RandomGenerator random) {
        this.names = names;
        this.random = random;
    }

    /** @throws IOException when there is nobody of that name */
    List<Endpoint> find(ServerAddress server) throws IOException {
        List<Endpoint> found = new ArrayList<>();
        boolean asked = server.port().isEmpty() && !server.isNumeric() && !server.kind().isWebsocket();
        if (asked) {
            for (ServerNames.Service service : ordered(names.services(server.kind().service() + server.host()))) {
                if (found.size() < MOST) found.addAll(known(server, service));
            }
        }
        if (found.isEmpty()) found = at(server, server.host(), server.port().orElse(server.kind().defaultPort()));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    /** One target without an address does not spoil the others. */
    private List<Endpoint> known(ServerAddress server, ServerNames.Service service) {
        try {
            return at(server, service.host(), service.port());
        } catch (IOException unknown) {
            return List.of();
        }
    }

    private List<Endpoint> at(ServerAddress server, String host, int port) throws IOException {
        List<Endpoint> endpoints = new ArrayList<>();
        for (InetAddress address : names.addresses(host)) {
            endpoints.add(new Endpoint(server.kind(), server.host(), new InetSocketAddress(address, port),
                    server.path()));
        }
        return endpoints;
    }

    /** The lowest priority first; among equals drawn by weight, so that many desks share the servers out. */
    private List<ServerNames.Service> ordered(List<ServerNames.Service> services) {
        List<ServerNames.Service> left = new ArrayList<>(services);
        left.sort(Comparator.comparingInt(ServerNames.Service::priority).thenComparingInt(ServerNames.Service::weight));
        List<ServerNames.Service> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            ordered.add(left.remove(drawn(left)));
        }
        return ordered;
    }

    private int drawn(List<ServerNames.Service> left) {
        int priority = left.getFirst().priority();
        int total = 0;
        for (ServerNames.Service service : left) {
            if (service.priority() == priority) total += service.weight();
        }
        int lot = random.nextInt(total + 1);
        int at = 0;
        for (int sum = left.getFirst().weight(); sum < lot; sum += left.get(at).weight()) {
            at++;
        }
        return at;
    }
}
