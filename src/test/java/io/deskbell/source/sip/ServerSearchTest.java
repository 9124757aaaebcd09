package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a server as written to the addresses to try. */
@Timeout(30)
final class ServerSearchTest {
    private static final Map<String, List<String>> HOSTS = Map.of("pbx.test", List.of("192.0.2.1", "2001:db8::1"),
            "one.pbx.test", List.of("192.0.2.11"), "two.pbx.test", List.of("192.0.2.12"));

    @Test
    void aServerIsReadAsPeopleWriteIt() {
        Map<String, String> expected = Map.of(
                "pbx.test", "UDP pbx.test -",
                "sip:pbx.test", "UDP pbx.test -",
                "SIP:203@pbx.test:5070", "UDP pbx.test 5070",
                "sip:pbx.test;transport=TCP", "TCP pbx.test -",
                "sip:pbx.test:5061;transport=tls;lr", "TLS pbx.test 5061",
                "sips:pbx.test", "TLS pbx.test -",
                "sips:pbx.test;transport=tcp", "TLS pbx.test -",
                "sip:[2001:db8::1]:5062", "UDP 2001:db8::1 5062",
                "[::1]", "UDP ::1 -",
                "10.0.0.5 : 5080", "UDP 10.0.0.5 5080");
        expected.forEach((written, read) -> {
            ServerAddress server = ServerAddress.read(written);
            String port = server.port().map(String::valueOf).orElse("-");
            assertEquals(read, server.kind() + " " + server.host() + " " + port, written);
        });
    }

    @Test
    void aNumericAddressOrAPortIsAskedOfNobody() throws Exception {
        assertEquals(List.of("/192.0.2.7:5060"), found("192.0.2.7", List.of()));
        assertEquals(List.of("/192.0.2.1:5070", "/[2001:db8:0:0:0:0:0:1]:5070"), found("pbx.test:5070",
                List.of(new ServerNames.Service(0, 0, 1, "one.pbx.test"))));
    }

    @Test
    void withoutServiceRecordsTheUsualPortIsTaken() throws Exception {
        assertEquals(List.of("/192.0.2.1:5061", "/[2001:db8:0:0:0:0:0:1]:5061"), found("sips:pbx.test", List.of()));
    }

    @Test
    void theLowestPriorityComesFirstAndUnknownHostsAreLeftOut() throws Exception {
        assertEquals(List.of("/192.0.2.12:5062", "/192.0.2.11:5061"), found("pbx.test",
                List.of(new ServerNames.Service(20, 100, 5061, "one.pbx.test"),
                        new ServerNames.Service(5, 0, 5063, "gone.pbx.test"),
                        new ServerNames.Service(10, 0, 5062, "two.pbx.test"))));
    }

    @Test
    void equalsAreSharedOutByWeight() throws Exception {
        List<ServerNames.Service> services = List.of(new ServerNames.Service(0, 90, 1, "one.pbx.test"),
                new ServerNames.Service(0, 10, 2, "two.pbx.test"));
        ServerSearch search = new ServerSearch(names(services), new Random(7));
        int heavy = 0;
        for (int desk = 0; desk < 1_000; desk++) {
            if (search.find(ServerAddress.read("pbx.test")).getFirst().address().getPort() == 1) heavy++;
        }
        assertTrue(heavy > 850 && heavy < 950, heavy + " of 1000");
    }

    @Test
    void aFloodOfRecordsIsCutShort() throws Exception {
        List<ServerNames.Service> many = Collections.nCopies(500, new ServerNames.Service(0, 0, 9, "one.pbx.test"));
        assertEquals(12, found("pbx.test", many).size());
    }

    @Test
    void nobodyOfThatNameIsAnError() {
        assertThrows(IOException.class, () -> found("nowhere.test", List.of()));
    }

    @Test
    void theDnsIsAskedForTheServiceOfTheTransport() throws Exception {
        try (TinyDns dns = new TinyDns(Map.of(
                "_sip._udp.pbx.test", List.of(new ServerNames.Service(10, 60, 5062, "two.pbx.test")),
                "_sips._tcp.pbx.test", List.of(new ServerNames.Service(1, 2, 5063, "one.pbx.test"),
                        new ServerNames.Service(0, 0, 0, ".")),
                "_sip._tcp.pbx.test", List.of(new ServerNames.Service(0, 0, 0, "."))))) {
            DnsNames names = DnsNames.of(dns.provider());
            assertEquals(List.of(new ServerNames.Service(10, 60, 5062, "two.pbx.test")),
                    names.services(TransportKind.UDP.service() + "pbx.test"));
            assertEquals(List.of(new ServerNames.Service(1, 2, 5063, "one.pbx.test")),
                    names.services(TransportKind.TLS.service() + "pbx.test"));
            assertEquals(List.of(), names.services(TransportKind.TCP.service() + "pbx.test"));
            assertEquals(List.of(), names.services(TransportKind.UDP.service() + "other.test"));
        }
    }

    @Test
    void aNameTheDnsDoesNotKnowIsToldInPlainWords() throws Exception {
        Recorded recorded = new Recorded();
        Surroundings real = Watch.real(Watch.QUICK);
        Surroundings nameless = new Surroundings(real.time(), real.timers(), names(List.of()), real.localAddress(),
                real.tokens(), real.random());
        try (Watch watch = Watch.start(Watch.settings("sip:nowhere.test"), nameless, recorded)) {
            assertEquals("the DNS knows no nowhere.test: check [sip] server", watch.lost().getMessage());
        }
    }

    private static List<String> found(String written, List<ServerNames.Service> services) throws IOException {
        return new ServerSearch(names(services), new Random(1)).find(ServerAddress.read(written)).stream()
                .map(endpoint -> endpoint.address().toString().replaceFirst("^[^/]*", "")).toList();
    }

    private static ServerNames names(List<ServerNames.Service> services) {
        return new ServerNames() {
            @Override
            public List<Service> services(String name) {
                return name.endsWith("pbx.test") ? services : List.of();
            }

            @Override
            public List<InetAddress> addresses(String host) throws IOException {
                if (host.startsWith("192.")) return List.of(InetAddress.getByName(host));
                if (!HOSTS.containsKey(host)) throw new UnknownHostException(host);
                List<InetAddress> found = new ArrayList<>();
                for (String address : HOSTS.get(host)) found.add(InetAddress.getByName(address));
                return found;
            }
        };
    }
}
