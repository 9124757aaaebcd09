package io.deskbell.source.xelion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskbell.call.Reason;
import io.deskbell.config.XelionSettings;
import io.deskbell.source.LineLostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The agent's session at Xelion: logs in, renews before the token ends, and logs in anew where it ended all the same. A
 * refused log-in is not tried again for minutes, whoever asks, for accounts are locked after a few. Thread safe.
 */
final class XelionSession {
    /** Nothing but a person changes these: a wrong password, an account that is switched off. */
    private static final Duration AFTER_A_REFUSAL = Duration.ofMinutes(10);
    /** A session that is taken from us at once is not fought for. */
    private static final Duration BETWEEN_LOGINS = Duration.ofMinutes(1);

    private final XelionSettings settings;
    private final XelionWeb web;
    private final Clock clock;
    private final RandomGenerator random;
    private String space;
    private String token = "";
    private String renewalToken = "";
    private Instant renewal = Instant.MAX;
    private Instant loggedIn = Instant.MIN;
    private int logins;
    private boolean ended;
    private Optional<LineLostException> refusal = Optional.empty();
    private Instant notBefore = Instant.MIN;
    private String version = "?";

    XelionSession(XelionSettings settings, XelionWeb web, Clock clock, RandomGenerator random) {
        this.settings = settings;
        this.web = web;
        this.clock = clock;
        this.random = random;
        this.space = UserSpace.of(settings);
    }

    /** Logs in unless that is done. */
    synchronized void begin() throws LineLostException, InterruptedException {
        if (token.isEmpty()) logIn();
    }

    /** How often was logged in: what was told to one session the next does not know. */
    synchronized int logins() {
        return logins;
    }

    synchronized String version() {
        return version;
    }

    synchronized Instant renewal() {
        return renewal;
    }

    /** @throws LineLostException in words, when there is no answer or none that means anything */
    XelionAnswer ask(String method, String path, String body) throws LineLostException, InterruptedException {
        String with = current();
        XelionAnswer answer = web.ask(method, path, body, with);
        if (isOver(answer)) {
            answer = web.ask(method, path, body, insteadOf(with));
            if (isOver(answer)) throw new LineLostException(Reason.of(XelionReason.LOGIN_LOST), BETWEEN_LOGINS);
        }
        Optional<LineLostException> trouble = answer.trouble(web.server().host());
        if (trouble.isPresent()) throw trouble.get();
        return answer;
    }

    /** Logs in where a question found the session to be over and nobody could log in then. */
    synchronized void renewIfDue() throws LineLostException, InterruptedException {
        if (token.isEmpty()) {
            logIn();
            return;
        }
        if (clock.instant().isBefore(renewal)) return;
        XelionAnswer answer = web.ask("POST", "me/renew", Notification.quoted(renewalToken), token);
        if (answer.isGood() && take(answer)) return;
        Optional<LineLostException> trouble = answer.trouble(web.server().host());
        if (trouble.isPresent()) {
            renewal = clock.instant().plus(BETWEEN_LOGINS); // The token is good still.
            return;
        }
        token = "";
        logIn();
    }

    /**
     * Leaves no session behind that would be in the way of the next; the server ends it anyway, some time. A question
     * that is under way does not begin another.
     */
    synchronized void end() throws LineLostException, InterruptedException {
        ended = true;
        String with = token;
        token = "";
        if (!with.isEmpty()) web.ask("POST", "me/logout", "", with);
    }

    private synchronized String current() throws LineLostException, InterruptedException {
        begin();
        return token;
    }

    /** Whoever comes second finds the new one. */
    private synchronized String insteadOf(String old) throws LineLostException, InterruptedException {
        if (token.equals(old)) {
            boolean justNow = clock.instant().isBefore(loggedIn.plus(BETWEEN_LOGINS));
            token = "";
            if (justNow) refuse(new LineLostException(Reason.of(XelionReason.LOGIN_LOST), BETWEEN_LOGINS));
        }
        return current();
    }

    /** User guide: 401 with 10000 or 1002x, 403 with 10000. With another code it is the question that is refused. */
    private static boolean isOver(XelionAnswer answer) {
        String code = answer.code();
        boolean ofTheSession = code.equals("10000") || code.startsWith("1002");
        return answer.http() == 401 && (code.isEmpty() || ofTheSession) || answer.http() == 403 && code.equals("10000");
    }

    private void logIn() throws LineLostException, InterruptedException {
        if (ended) throw new LineLostException(Reason.of(XelionReason.NOT_CONNECTED));
        Instant now = clock.instant();
        if (refusal.isPresent() && now.isBefore(notBefore)) {
            throw new LineLostException(refusal.get().reason(), Duration.between(now, notBefore));
        }
        XelionAnswer answer = logIn(space);
        if (answer.isOf("10005")) {
            space = UserSpace.another(UserSpace.of(settings), random.nextLong());
            answer = logIn(space);
        }
        Optional<LineLostException> trouble = answer.trouble(web.server().host());
        if (trouble.isPresent()) throw trouble.get();
        if (!answer.isGood()) throw refuse(refused(answer));
        if (!take(answer)) {
            throw new LineLostException(Reason.of(XelionReason.NOT_XELION, web.server().host(), answer.codes()));
        }
        refusal = Optional.empty();
        loggedIn = now;
        logins++;
    }

    private XelionAnswer logIn(String userSpace) throws LineLostException, InterruptedException {
        ObjectNode login = Notification.mapper().createObjectNode().put("userName", settings.user())
                .put("password", settings.password().reveal()).put("userSpace", userSpace);
        if (!settings.appKey().isEmpty()) login.put("appKey", settings.appKey().reveal());
        return web.ask("POST", "me/login", login.toString(), "");
    }

    /** @return whether it holds a token */
    private boolean take(XelionAnswer answer) {
        Optional<JsonNode> told = answer.json();
        String fresh = told.map(json -> json.path("authentication").asText("")).orElse("");
        if (fresh.isEmpty() || !fresh.matches("[\\x21-\\x7e]+")) return false; // It has to fit in a header.
        token = fresh;
        renewalToken = told.get().path("renewalToken").asText("");
        renewal = Validity.renewal(told.get().path("validUntil").asText(""), clock.instant(), clock.getZone());
        String number = Channel.text(told.get(), "serverVersion");
        if (number.matches("[A-Za-z0-9._-]{1,30}")) version = number;
        return true;
    }

    private LineLostException refuse(LineLostException why) throws LineLostException {
        refusal = Optional.of(why);
        notBefore = clock.instant().plus(why.pause().orElse(BETWEEN_LOGINS));
        throw why;
    }

    private LineLostException refused(XelionAnswer answer) {
        XelionReason reason = switch (answer.code()) {
            case "10002" -> XelionReason.NO_USER;
            case "10003" -> XelionReason.NO_PASSWORD;
            case "10004" -> XelionReason.WRONG_LOGIN;
            case "10005" -> XelionReason.SPACE_TAKEN;
            case "10006" -> XelionReason.DISABLED;
            case "10007" -> XelionReason.PASSWORD_EXPIRED;
            case "10008" -> XelionReason.VERSION;
            case "10010", "10011" -> XelionReason.SPACE_WRONG;
            case "10012", "10013" -> XelionReason.SECOND_FACTOR;
            default -> answer.http() == 401 || answer.http() == 403 ? XelionReason.LOGIN_REFUSED
                    : XelionReason.NOT_XELION;
        };
        return new LineLostException(switch (reason) {
            case NOT_XELION -> Reason.of(reason, web.server().host(), answer.codes());
            case LOGIN_REFUSED -> Reason.of(reason, answer.codes());
            default -> Reason.of(reason);
        }, reason == XelionReason.SPACE_TAKEN || reason == XelionReason.NOT_XELION ? BETWEEN_LOGINS : AFTER_A_REFUSAL);
    }
}
