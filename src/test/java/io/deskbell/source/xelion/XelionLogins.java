package io.deskbell.source.xelion;

import static io.deskbell.source.xelion.XelionSimulator.error;
import static io.deskbell.source.xelion.XelionSimulator.json;

import io.deskbell.source.xelion.XelionExchange.User;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;

/** Who is logged in at a pretended Xelion, by which token, and with which phone registered. Used by one at a time. */
final class XelionLogins {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** By token. */
    private final Map<String, Session> sessions = new HashMap<>();
    private final Set<User> registered = new HashSet<>();
    private boolean spaceIsTaken;
    private ZoneId zone = ZoneOffset.UTC;
    private Duration validity = Duration.ofHours(8);
    private int tokens;

    /** A user who is logged in. */
    record Session(User user, String space) {
    }

    void takeTheSpaceOnce() {
        spaceIsTaken = true;
    }

    void endAfter(Duration time, ZoneId writtenIn) {
        validity = time;
        zone = writtenIn;
    }

    void expire() {
        sessions.clear();
    }

    Optional<Session> of(String token) {
        return Optional.ofNullable(sessions.get(token));
    }

    MockResponse logIn(String body) {
        if (said(body, "userName").isEmpty()) return json(400, error(10002));
        if (said(body, "password").isEmpty()) return json(400, error(10003));
        Optional<User> user = XelionExchange.USERS.stream()
                .filter(one -> one.login().equals(said(body, "userName"))).findFirst();
        boolean right = said(body, "password").equals(XelionSimulator.PASSWORD);
        if (user.isEmpty() || !right) return json(401, error(10004));
        String space = said(body, "userSpace");
        boolean taken = spaceIsTaken || sessions.values().stream().anyMatch(one -> one.space().equals(space));
        spaceIsTaken = false;
        if (taken) return json(401, error(10005));
        return token(new Session(user.get(), space));
    }

    MockResponse renew(String old, Session session, String body) {
        if (!body.equals("\"renew-" + old + "\"")) return json(401, error(10004));
        sessions.remove(old);
        return token(session);
    }

    MockResponse logOut(Session session) {
        sessions.values().removeIf(session::equals);
        return json(200, "");
    }

    /** The number of a phone that there is not is unknown (10052). */
    MockResponse register(Session session, String body) {
        if (!said(body, "phoneNumber").equals(session.user().number())) return json(404, error(10052));
        registered.add(session.user());
        return json(200, "");
    }

    boolean hasDevice(Session session) {
        return registered.contains(session.user());
    }

    private MockResponse token(Session session) {
        String token = "token" + ++tokens;
        sessions.put(token, session);
        String until = WRITTEN.withZone(zone).format(Clock.systemUTC().instant().plus(validity));
        return json(200, "{\"authentication\":\"" + token + "\",\"renewalToken\":\"renew-" + token
                + "\",\"validUntil\":\"" + until + "\",\"version\":\"1\",\"serverVersion\":\"8.4.1\",\"userName\":\""
                + session.user().login() + "\"}");
    }

    private static String said(String body, String field) {
        String quoted = "\"" + field + "\":\"";
        int at = body.indexOf(quoted);
        return at < 0 ? "" : body.substring(at + quoted.length(), body.indexOf('"', at + quoted.length()));
    }
}
