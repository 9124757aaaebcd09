package io.deskbell.source.xelion;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskbell.call.Call;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.XelionSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.LineLostException;
import io.deskbell.source.MessageSocket;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of one user of a Xelion telephone system (portal.xelion.com, API user guide): log in, ask for a websocket,
 * subscribe, take the list of calls, follow what is told.
 */
public final class XelionSource implements PhoneSource {
    private static final Logger LOG = LoggerFactory.getLogger(XelionSource.class);
    private static final Duration FAREWELL = Duration.ofMillis(300);

    private final XelionSettings settings;
    private final XelionReading reading;
    private final Clock clock;
    private final XelionSteps steps;
    private final Tape tape;
    private volatile Optional<XelionSession> session = Optional.empty();
    private volatile Optional<XelionLine> line = Optional.empty();
    private int knownSince;
    private Optional<String> me = Optional.empty();

    public XelionSource(XelionSettings settings, NumberPlan plan, Clock clock, XelionSteps steps, Tape tape) {
        this.settings = settings;
        this.reading = new XelionReading(settings.phones(), settings.user(), plan);
        this.clock = clock;
        this.steps = steps;
        this.tape = tape;
    }

    @Override
    public String name() {
        return "xelion";
    }

    @Override
    public String description() {
        return settings.user() + " at Xelion on " + URI.create(settings.url()).getHost();
    }

    @Override
    public void watch(PhoneListener listener) throws IOException, InterruptedException {
        if (session.isEmpty()) {
            session = Optional.of(new XelionSession(settings, new XelionWeb(settings), clock, new Random()));
        }
        XelionSession now = session.get();
        try {
            if (steps != XelionSteps.NONE) resolve(URI.create(settings.url()).getHost());
            now.begin();
            if (knownSince != now.logins()) introduce(now);
            try (XelionLine open = open(now)) {
                line = Optional.of(open);
                new XelionWatch(now, open, reading, listener, clock, tape, steps).run(me);
            } finally {
                line = Optional.empty();
            }
        } catch (InterruptedException stop) {
            session = Optional.empty();
            Thread.ofVirtual().name("xelion-farewell").start(() -> farewell(now)).join(FAREWELL);
            throw stop;
        }
    }

    @Override
    public void takeUp(Collection<Call> leftOpen) {
        reading.takeUp(leftOpen);
    }

    @Override
    public Optional<Dialer> dialer() {
        if (!settings.dial()) return Optional.empty();
        return Optional.of((digits, pickUp) -> {
            Optional<XelionSession> now = session;
            if (now.isEmpty()) return new Dialer.Refused(Reason.of(XelionReason.NOT_CONNECTED));
            return new XelionDialer(now.get(), number -> line.ifPresent(open ->
                    open.note(new XelionLine.Arrival.Dialled(number)))).dial(digits, pickUp);
        });
    }

    private void resolve(String host) {
        try {
            String address = InetAddress.getByName(host).getHostAddress();
            steps.reached(XelionSteps.Step.RESOLVED, Reason.of(XelionReason.RESOLVED, host, address));
        } catch (UnknownHostException saidSoon) {
            // A proxy may know it; if not, logging in says so.
        }
    }

    /** Who the user is, and with which phone: once a session. */
    private void introduce(XelionSession now) throws LineLostException, InterruptedException {
        steps.reached(XelionSteps.Step.LOGGED_IN,
                Reason.of(XelionReason.LOGGED_IN, settings.user(), now.version()));
        if (settings.deviceNumber().isPresent()) {
            String uuid = UUID.nameUUIDFromBytes(UserSpace.of(settings).getBytes(StandardCharsets.UTF_8)).toString();
            XelionAnswer registered = now.ask("POST", "me/device/register", Notification.mapper().createObjectNode()
                    .put("uuid", uuid).put("phoneNumber", settings.deviceNumber().get()).toString());
            if (!registered.isGood()) isRefused(Reason.of(XelionReason.DEVICE_REFUSED, registered.codes()));
        }
        XelionAnswer info = now.ask("GET", "me/info", "");
        me = info.isGood() ? info.json().map(Identity::names) : Optional.empty();
        knownSince = now.logins();
        if (me.isEmpty() && settings.phones().isEmpty()) {
            steps.reached(XelionSteps.Step.NOT_KNOWN, Reason.of(XelionReason.NOT_KNOWN, info.codes()));
        }
    }

    private void isRefused(Reason why) {
        LOG.warn("xelion: {}", why);
        steps.reached(XelionSteps.Step.DEVICE_REFUSED, why);
    }

    private XelionLine open(XelionSession now) throws IOException, InterruptedException {
        XelionAnswer answer = now.ask("POST", "me/websocket", "");
        String address = answer.json().map(json -> json.path("object")).filter(JsonNode::isTextual)
                .map(JsonNode::asText).orElse("");
        boolean secure = settings.url().regionMatches(true, 0, "https:", 0, 6);
        String url = secure ? address.replaceFirst("(?i)^ws:", "wss:") : address;
        if (!answer.isGood() || !url.matches("(?i)wss?://[^/\\s]+.*")) {
            throw new LineLostException(answer.http() == 403
                    ? Reason.of(XelionReason.NOT_ALLOWED, answer.codes())
                    : Reason.of(XelionReason.NOT_XELION, URI.create(settings.url()).getHost(), answer.codes()));
        }
        try {
            String host = URI.create(settings.url()).getHost();
            return new XelionLine(MessageSocket.open(XelionWeb.trusting(settings),
                    new Request.Builder().url(url).build(), Reason.of(XelionReason.NO_SOCKET),
                    code -> Reason.of(XelionReason.NOT_XELION, host, code)), now);
        } catch (IllegalArgumentException noAddress) { // Of any sort that the pattern lets through.
            throw new LineLostException(Reason.of(XelionReason.NOT_XELION, URI.create(settings.url()).getHost(),
                    answer.codes()));
        }
    }

    private static void farewell(XelionSession over) {
        try {
            over.end();
        } catch (LineLostException | InterruptedException noMatter) {
            Thread.currentThread().interrupt();
        }
    }
}
