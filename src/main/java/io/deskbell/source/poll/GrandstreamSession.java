package io.deskbell.source.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskbell.call.Reason;
import io.deskbell.config.Secret;
import io.deskbell.source.LineLostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Logs in at a Grandstream that wants a session (GRP, newer GXP, WP800), and again when that has ended. Never often:
 * five wrong log-ins lock the phone, and of one user there is one session, so whoever logs in ends the other's.
 *
 * <pre>
 * POST access   access=sha256(user)
 *   {"response":"success","body":"a nonce"}
 * POST dologin  username=user&amp;password=sha256(password+nonce)
 *   {"response":"success","body":{"sid":"...","role":"..."}}
 *   {"response":"error","body":"wrong4"}, or "locked" with "lockTime":5, or "user is not allow"
 * </pre>
 *
 * <p>After what public programs for WP826, GRP2601 and GXP2170 do. The log-in is in no recording.
 */
final class GrandstreamSession implements Answering {
    /** Fewer than the five in which the phone begins to count anew, whatever a person gets wrong meanwhile. */
    static final Duration AFTER_A_REFUSAL = Duration.ofMinutes(15);
    static final Duration CEDED = Duration.ofMinutes(5);
    /** A session that ends before was ended by somebody. */
    static final Duration YOUNG = Duration.ofMinutes(1);
    static final Duration REFRESHED = Duration.ofSeconds(30);
    private static final long USUAL_LOCK_MINUTES = 5;
    private static final long LONGEST_LOCK_MINUTES = 60;
    private static final String SID = "[A-Za-z0-9._~-]{1,256}";

    private final PhoneWeb web;
    private final String user;
    private final Secret password;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private String sid = "";
    private boolean answered;
    private int endedYoung;
    private Instant since = Instant.EPOCH;
    private Instant refreshed = Instant.EPOCH;
    private Optional<Hold> hold = Optional.empty();

    /** Until then nothing is asked, whoever wants to. */
    private record Hold(Reason why, Instant from, Duration pause) {
        Duration left(Instant now) {
            boolean over = now.isBefore(from) || !now.isBefore(from.plus(pause)); // Before: the clock was set back.
            return over ? Duration.ZERO : Duration.between(now, from.plus(pause));
        }
    }

    GrandstreamSession(PhoneWeb web, String user, Secret password, Clock clock) {
        this.web = web;
        this.user = user;
        this.password = password;
        this.clock = clock;
    }

    @Override
    public PhoneAnswer ask(Request request) throws LineLostException, InterruptedException {
        return inTurn(request, web::ask);
    }

    @Override
    public PhoneAnswer look(Request request) throws LineLostException, InterruptedException {
        return inTurn(request, web::look);
    }

    /** One of the two ways to bring a request. */
    @FunctionalInterface
    private interface Way {
        PhoneAnswer bring(Request request) throws LineLostException, InterruptedException;
    }

    private PhoneAnswer inTurn(Request request, Way way) throws LineLostException, InterruptedException {
        turn.lockInterruptibly();
        try {
            Duration left = hold.map(held -> held.left(clock.instant())).orElse(Duration.ZERO);
            if (left.isPositive()) throw new LineLostException(hold.get().why(), left);
            hold = Optional.empty();
            while (true) {
                if (sid.isEmpty()) logIn();
                else refresh();
                PhoneAnswer answer = way.bring(inSession(request));
                if (!saysNoSession(answer)) {
                    answered = true;
                    return answer;
                }
                ended();
            }
        } finally {
            turn.unlock();
        }
    }

    private void logIn() throws LineLostException, InterruptedException {
        web.cookies().forget();
        Optional<String> nonce = nonce();
        String proof = nonce.map(salt -> sha256(password.reveal() + salt)).orElseGet(password::reveal);
        JsonNode json = taken(post("dologin", new FormBody.Builder().add("username", user).add("password", proof)));
        JsonNode body = json.path("body");
        String given = body.isTextual() ? body.asText() : body.path("sid").asText();
        if (!given.matches(SID)) throw new LineLostException(Reason.of(PollReason.NO_SESSION));
        sid = given;
        answered = false;
        since = clock.instant();
        refreshed = since;
        web.cookies().add(web.phone(), "sid", sid);
        web.cookies().add(web.phone(), "session-identity", sid);
        String role = body.path("role").asText();
        if (role.matches("[a-z]{1,16}")) web.cookies().add(web.phone(), "session-role", role);
    }

    /** Empty from older firmware (GXP16xx), which has the password itself and no such page. */
    private Optional<String> nonce() throws LineLostException, InterruptedException {
        PhoneAnswer answer = post("access", new FormBody.Builder().add("access", sha256(user)));
        if (answer.code() == 404) return Optional.empty();
        return Optional.of(taken(answer).path("body").asText());
    }

    private JsonNode taken(PhoneAnswer answer) throws LineLostException {
        if (answer.code() == 401) throw holding(AFTER_A_REFUSAL, PollReason.SESSION_LOGIN);
        JsonNode json = answer.json();
        if (json.path("response").asText().equals("success")) return json;
        throw switch (json.path("body").asText()) {
            case "locked" -> holding(Duration.ofMinutes(Math.clamp(
                    json.path("lockTime").asLong(USUAL_LOCK_MINUTES), 1, LONGEST_LOCK_MINUTES)),
                    PollReason.SESSION_LOCKED);
            case "user is not allow" -> holding(AFTER_A_REFUSAL, PollReason.SESSION_USER);
            default -> holding(AFTER_A_REFUSAL, PollReason.SESSION_LOGIN); // "wrong4": four tries are left.
        };
    }

    /** Returns where another log-in is worth it. */
    private void ended() throws LineLostException {
        sid = "";
        if (!answered) throw holding(AFTER_A_REFUSAL, PollReason.SESSION_NOT_ALLOWED);
        boolean young = Duration.between(since, clock.instant()).compareTo(YOUNG) < 0;
        endedYoung = young ? endedYoung + 1 : 0;
        if (endedYoung < 2) return;
        endedYoung = 0;
        throw holding(CEDED, PollReason.SESSION_ELSEWHERE);
    }

    private LineLostException holding(Duration pause, PollReason kind) {
        Reason why = Reason.of(kind, user, pause.toMinutes());
        hold = Optional.of(new Hold(why, clock.instant(), pause));
        return new LineLostException(why, pause);
    }

    /** As the phone's own page does; some let a session go that does not, some know no such thing. */
    private void refresh() throws LineLostException, InterruptedException {
        if (Duration.between(refreshed, clock.instant()).compareTo(REFRESHED) < 0) return;
        refreshed = clock.instant();
        web.look(ours(web.phone(), "dorefresh", new FormBody.Builder().add("sid", sid).build()));
    }

    private PhoneAnswer post(String page, FormBody.Builder form) throws LineLostException, InterruptedException {
        return web.ask(ours(web.phone(), page, form.build()));
    }

    private Request inSession(Request request) {
        FormBody asked = (FormBody) request.body();
        FormBody.Builder form = new FormBody.Builder();
        for (int i = 0; i < asked.size(); i++) form.add(asked.name(i), asked.value(i));
        return request.newBuilder().post(form.add("sid", sid).build()).build();
    }

    /** Forms that are not sent from a page of its own the phone refuses. */
    static Request ours(HttpUrl phone, String page, FormBody form) {
        String origin = phone.resolve("/").toString();
        return new Request.Builder().url(phone.newBuilder().addPathSegments("cgi-bin/" + page).build())
                .header("Referer", origin).header("Origin", origin.substring(0, origin.length() - 1))
                .header("X-Requested-With", "XMLHttpRequest").post(form).build();
    }

    private static boolean saysNoSession(PhoneAnswer answer) {
        JsonNode body = answer.jsonOfAny().path("body");
        return answer.code() == 401 || body.asText().equals("unauthorized")
                || body.path("status").asText().equals("session-expired");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
