package io.deskbell.source.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the DNS the computer is set up with; SRV by way of the JDK's own naming provider (module jdk.naming.dns). */
final class DnsNames implements ServerNames {
    private static final Logger LOG = LoggerFactory.getLogger(DnsNames.class);

    private final String provider;

    private DnsNames(String provider) {
        this.provider = provider;
    }

    static DnsNames ofTheSystem() {
        return new DnsNames("dns:");
    }

    /** @param provider such as dns://127.0.0.1:5353 */
    static DnsNames of(String provider) {
        return new DnsNames(provider);
    }

    @Override
    public List<Service> services(String name) {
        try {
            return read(name);
        } catch (NamingException none) {
            LOG.debug("No service records for {}: {}", name, none.getClass().getSimpleName());
            return List.of();
        }
    }

    @Override
    public List<InetAddress> addresses(String host) throws IOException {
        return List.of(InetAddress.getAllByName(host));
    }

    private List<Service> read(String name) throws NamingException {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, provider);
        environment.put("com.sun.jndi.dns.timeout.initial", "1000");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        InitialDirContext dns = new InitialDirContext(environment);
        try {
            Attribute records = dns.getAttributes(name, new String[] {"SRV"}).get("SRV");
            return records == null ? List.of() : services(records.getAll());
        } finally {
            dns.close();
        }
    }

    private static List<Service> services(NamingEnumeration<?> records) throws NamingException {
        List<Service> services = new ArrayList<>();
        while (records.hasMore()) {
            service(String.valueOf(records.next())).ifPresent(services::add);
        }
        return services;
    }

    /** "priority weight port target."; the target "." means that the service is not offered (RFC 2782). */
    private static Optional<Service> service(String written) {
        String[] parts = written.split(" ");
        if (parts.length != 4 || parts[3].equals(".")) return Optional.empty();
        String host = parts[3].endsWith(".") ? parts[3].substring(0, parts[3].length() - 1) : parts[3];
        return Optional.of(new Service(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]), host));
    }
}
