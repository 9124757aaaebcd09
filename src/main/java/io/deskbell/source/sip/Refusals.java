package io.deskbell.source.sip;

import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import java.time.Duration;
import java.util.Optional;

/** What a server's refusal means to the people who can do something about it. */
final class Refusals {
    /** A password asked for again and again gets an address banned. */
    static final Duration RARELY = Duration.ofMinutes(5);
    /** A telephone system that has just started may say so of what it knows a moment later. */
    static final Duration SELDOM = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofHours(1);

    private final String server;
    private final String user;
    private final String watched;
    private final EventPackage events;

    Refusals(String server, String user, String watched) {
        this(server, user, watched, EventPackage.DIALOG);
    }

    Refusals(String server, String user, String watched, EventPackage events) {
        this.events = events;
        this.server = server;
        this.user = user;
        this.watched = watched;
    }

    LineLostException password() {
        return new LineLostException(SipReason.PASSWORD.of(server, user), RARELY);
    }

    LineLostException noPassword() {
        return new LineLostException(SipReason.NO_PASSWORD.of(server), RARELY);
    }

    LineLostException loginUnknown() {
        return new LineLostException(SipReason.LOGIN_UNKNOWN.of(server, user), RARELY);
    }

    LineLostException silent(String method) {
        return new LineLostException(SipReason.SILENT.of(server, method));
    }

    LineLostException connection(Reason why) {
        return new LineLostException(SipReason.CONNECTION_LOST.of(server, why));
    }

    LineLostException notNotified() {
        return new LineLostException(SipReason.NOT_NOTIFIED.of(server));
    }

    LineLostException restless() {
        return new LineLostException(SipReason.RESTLESS.of(server), SELDOM);
    }

    LineLostException of(SipResponse response, String method) {
        Reason meaning = meaning(response, method);
        Optional<Duration> asked = response.headers().first("Retry-After").flatMap(Seconds::read);
        if (asked.isPresent()) return new LineLostException(meaning, Seconds.least(asked.get(), LONGEST));
        boolean lasting = switch (response.status()) {
            case 403, 404, 405, 406, 420, 489, 501, 603, 604 -> true;
            default -> response.status() < 400;
        };
        return lasting ? new LineLostException(meaning, SELDOM) : new LineLostException(meaning);
    }

    private Reason meaning(SipResponse response, String method) {
        boolean registering = method.equals("REGISTER");
        int status = response.status();
        return switch (status) {
            case 403, 603 -> registering ? SipReason.MAY_NOT_REGISTER.of(server, user)
                    : SipReason.MAY_NOT_WATCH.of(server, user, watched);
            case 404, 604 -> registering ? SipReason.USER_UNKNOWN.of(server, user)
                    : SipReason.WATCHED_UNKNOWN.of(server, watched);
            case 423 -> SipReason.TOO_BRIEF.of(server);
            case 405, 489, 501 -> registering ? SipReason.NO_REGISTRATIONS.of(server)
                    : SipReason.NOT_OFFERED.of(server, events.forPeople(), watched);
            case 300, 301, 302, 305 -> elsewhere(response)
                    .map(host -> SipReason.ELSEWHERE_AT.of(server, watched, host))
                    .orElseGet(() -> SipReason.ELSEWHERE.of(server, watched));
            case 408, 480, 500, 502, 503, 504 -> SipReason.NOT_NOW.of(server, status);
            default -> SipReason.REFUSED.of(server, method, status);
        };
    }

    private static Optional<String> elsewhere(SipResponse response) {
        return response.headers().list("Contact").stream().findFirst().flatMap(NameAddress::read)
                .flatMap(address -> SipUri.read(address.uri())).map(SipUri::host);
    }

    /** Of our call to the agent's own phone. */
    LineLostException toRing(SipResponse response) {
        int status = response.status();
        return new LineLostException(switch (status) {
            case 403 -> SipReason.MAY_NOT_RING.of(server, user, watched);
            case 404, 410, 480, 604 -> SipReason.NO_PHONE.of(server, watched, status);
            case 405, 488, 501, 606 -> SipReason.NO_SUCH_CALL.of(server, watched, status);
            default -> SipReason.NOT_RUNG.of(server, watched, status);
        });
    }

    LineLostException toRefer(SipResponse response) {
        int status = response.status();
        return new LineLostException(switch (status) {
            case 403, 603 -> SipReason.MAY_NOT_DIAL.of(watched, server, status);
            case 405, 420, 481, 489, 501 -> SipReason.NOT_TO_BE_TOLD.of(watched, status);
            case 404, 480 -> SipReason.NO_PHONE_TO_TELL.of(server, watched);
            default -> SipReason.DIAL_REFUSED.of(watched, status);
        });
    }

    Reason notCalled(int status) {
        boolean nobody = status == 404 || status == 484 || status == 604;
        return (nobody ? SipReason.NO_SUCH_NUMBER : SipReason.CALL_REFUSED).of(status);
    }

    /** Of a subscription that was accepted before. */
    LineLostException ended(SubscriptionState state) {
        Optional<Duration> asked = state.retryAfter().map(pause -> Seconds.least(pause, LONGEST));
        return switch (state.reason()) {
            case "rejected" -> new LineLostException(SipReason.NO_LONGER_LET.of(server, user, watched), SELDOM);
            case "noresource" -> new LineLostException(SipReason.NO_LONGER_KNOWN.of(server, watched), SELDOM);
            default -> new LineLostException(SipReason.ENDED_FOR_NOW.of(server), asked.orElse(SELDOM));
        };
    }
}
