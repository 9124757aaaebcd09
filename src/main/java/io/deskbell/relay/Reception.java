package io.deskbell.relay;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one notification: 200 once it is safe on disk, and never before. 503 asks to send it again later. Whoever does
 * not know the token learns nothing but 404.
 */
final class Reception extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final Duration SAID_FOR = Duration.ofHours(1);

    private final Door door;
    private final Spool spool;
    private final Clock clock;
    private volatile boolean full;
    private final Map<String, Instant> strange = new ConcurrentHashMap<>();

    Reception(Door door, Spool spool, Clock clock) {
        this.door = door;
        this.spool = spool;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        int status = answer(request);
        response.setStatus(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) response.getHeaders().put("Retry-After", "30");
        callback.succeeded();
        return true;
    }

    private int answer(Request request) throws IOException, InterruptedException {
        Optional<InetAddress> sender = door.sender(NotificationSite.peer(request),
                request.getHeaders().getValuesList("X-Forwarded-For"));
        boolean known = sender.filter(door::letsIn).isPresent();
        if (!door.isRightPath(Request.getPathInContext(request)) || !known) {
            refused(sender, known ? "without the right token" : "which is not in [relay] allow");
            return HttpStatus.NOT_FOUND_404;
        }
        if (!request.getMethod().equals("POST")) return HttpStatus.METHOD_NOT_ALLOWED_405;
        byte[] body;
        try (InputStream in = Content.Source.asInputStream(request)) {
            body = in.readNBytes(NotificationSite.LONGEST + 1);
        }
        return body.length > NotificationSite.LONGEST ? HttpStatus.PAYLOAD_TOO_LARGE_413 : take(body);
    }

    /** A scan of the internet must not hide that the provider's address is not allowed. */
    private void refused(Optional<InetAddress> sender, String why) {
        Instant now = clock.instant();
        Instant said = strange.get(why);
        if (said != null && now.isBefore(said.plus(SAID_FOR))) return;
        strange.put(why, now);
        LOG.warn("relay: refused, said once an hour: a request from {} {}",
                sender.map(InetAddress::getHostAddress).orElse("an unknown address"), why);
    }

    private int take(byte[] body) throws InterruptedException {
        try {
            if (Notification.read(body).isOfNobody()) return HttpStatus.OK_200;
            spool.add(clock.instant(), Optional.empty(), body);
            if (full) LOG.info("relay: notifications are taken again");
            full = false;
            return HttpStatus.OK_200;
        } catch (IllegalArgumentException unreadable) {
            LOG.warn("relay: not taken: {}", unreadable.getMessage());
            return HttpStatus.BAD_REQUEST_400;
        } catch (IOException cannot) {
            if (!full) LOG.error("relay: notifications are refused for now (503): {}", cannot.getMessage());
            full = true;
            return HttpStatus.SERVICE_UNAVAILABLE_503;
        }
    }
}
