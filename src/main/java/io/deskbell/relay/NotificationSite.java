package io.deskbell.relay;

import io.deskbell.config.RelaySettings;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where notifications come in: Jetty, with its limits on connections, rate and size in front of our own check. */
final class NotificationSite implements Closeable {
    /** The longest ever seen had 2 kB; a call group of fifty has some 10. */
    static final int LONGEST = 64 * 1024;
    /** From one address, and so many at once. A company of 1,000 telephones makes some 20 a second. */
    static final int A_SECOND = 500;
    private static final int CONNECTIONS = 500;
    private static final int THREADS = 40;
    private static final int IDLE_MILLIS = 15_000;
    private static final long LOOK_AT_CERTIFICATE_MINUTES = 1;
    private static final Logger LOG = LoggerFactory.getLogger(NotificationSite.class);

    private final Server server;
    private final ServerConnector connector;
    private final RelaySettings.Web web;
    private List<FileTime> certificateOf = List.of();

    private NotificationSite(RelaySettings.Web web, Spool spool, Clock clock, LongSupplier nanos)
            throws IOException {
        this.web = web;
        Door door = new Door(web);
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("relay-http");
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(8 * 1024);
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        connector = new ServerConnector(server, 1, 1, web.identity().isPresent() ? tls(http, plain)
                : new ConnectionFactory[] {plain});
        connector.setHost(web.bind());
        connector.setPort(web.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        SizeLimitHandler size = new SizeLimitHandler(LONGEST, -1);
        size.setHandler(new Reception(door, spool, clock));
        server.setHandler(new DoSHandler(size, request -> sender(door, request),
                rate(nanos), new DoSHandler.StatusRejectHandler(429), 10_000));
    }

    /**
     * @param nanos what {@link System#nanoTime} says
     * @throws IOException in words for a person: the port is taken, or the certificate cannot be used
     */
    static NotificationSite open(RelaySettings.Web web, Spool spool, Clock clock, LongSupplier nanos)
            throws IOException {
        NotificationSite site = new NotificationSite(web, spool, clock, nanos);
        try {
            site.server.start();
            LOG.info("relay: notifications come in at {} port {}{}", web.bind(), site.port(),
                    web.identity().isPresent() ? "" : " without encryption: a proxy must speak HTTPS in front of it");
            return site;
        } catch (Exception failed) {
            site.close();
            throw new IOException("[relay] bind and port: nobody can be listened to at " + web.bind() + " port "
                    + web.port() + " (" + words(failed) + "): choose another port, or end what listens there", failed);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception trouble) {
            LOG.debug("closing the site: {}", trouble.getMessage());
        }
    }

    /** A bucket turns away the request that fills it, so it is one larger than what it lets pass. */
    private static DoSHandler.Tracker.Factory rate(LongSupplier nanos) {
        DoSHandler.Tracker.Factory buckets =
                new DoSHandler.LeakingBucketTrackerFactory(A_SECOND, A_SECOND + 1, Duration.ZERO);
        return sender -> new Bucket(buckets.newTracker(sender), nanos);
    }

    /** One of Jetty's, by a time that is passed in. */
    private record Bucket(DoSHandler.Tracker of, LongSupplier nanos) implements DoSHandler.Tracker {
        @Override
        public boolean onRequest(long ofJetty) {
            return of.onRequest(nanos.getAsLong());
        }

        @Override
        public long getExpireNanoTime() {
            return of.getExpireNanoTime();
        }
    }

    private ConnectionFactory[] tls(HttpConfiguration http, HttpConnectionFactory plain) throws IOException {
        RelaySettings.Identity identity = web.identity().orElseThrow();
        SecureRequestCustomizer secure = new SecureRequestCustomizer();
        secure.setSniHostCheck(false); // The token says who is right here, not the name that was called.
        http.addCustomizer(secure);
        SslContextFactory.Server context = new SslContextFactory.Server();
        certificateOf = times(identity);
        context.setKeyStore(Pem.store(identity));
        context.setKeyStorePassword("");
        Runnable look = () -> renew(identity, context);
        ScheduledExecutorScheduler scheduler = new ScheduledExecutorScheduler("relay-certificate", true);
        server.addBean(scheduler);
        server.addEventListener(new Repeated(scheduler, look, LOOK_AT_CERTIFICATE_MINUTES));
        return new ConnectionFactory[] {new SslConnectionFactory(context, HttpVersion.HTTP_1_1.asString()), plain};
    }

    /** Those of Let's Encrypt live for weeks only. A new one that cannot be used leaves the old one in force. */
    private void renew(RelaySettings.Identity identity, SslContextFactory.Server context) {
        try {
            List<FileTime> now = times(identity);
            if (certificateOf.equals(now)) return;
            KeyStore store = Pem.store(identity);
            context.reload(changed -> changed.setKeyStore(store));
            certificateOf = now;
            LOG.info("relay: the renewed certificate is in use");
        } catch (Exception unusable) {
            LOG.warn("relay: the renewed certificate cannot be used, the old one stays: {}", unusable.getMessage());
        }
    }

    /** The two may be written one after the other. */
    private static List<FileTime> times(RelaySettings.Identity identity) throws IOException {
        return List.of(Files.getLastModifiedTime(identity.certificate()), Files.getLastModifiedTime(identity.key()));
    }

    private static String sender(Door door, Request request) {
        return door.sender(peer(request), request.getHeaders().getValuesList("X-Forwarded-For"))
                .map(address -> address.getHostAddress()).orElse("unknown");
    }

    static java.net.InetAddress peer(Request request) {
        return ((InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress()).getAddress();
    }

    private static String words(Exception failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause.getMessage();
    }
}
