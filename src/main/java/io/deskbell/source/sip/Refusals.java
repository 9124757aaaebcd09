package io.deskbell.source.sip;

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
        return new LineLostException(server + " refuses the password of " + user
                + ": check [sip] auth_user and password", RARELY);
    }

    LineLostException noPassword() {
        return new LineLostException(server + " asks for a password: set [sip] password", RARELY);
    }

    LineLostException loginUnknown() {
        return new LineLostException(server + " asks for a log-in other than digest with MD5, SHA-256 or SHA-512-256:"
                + " allow one of these for " + user, RARELY);
    }

    LineLostException silent(String method) {
        return new LineLostException(server + " does not answer (" + method + "): check [sip] server and transport,"
                + " and that no firewall is in between");
    }

    LineLostException connection(String why) {
        return new LineLostException("the connection with " + server + " was lost (" + why + ")");
    }

    LineLostException notNotified() {
        return new LineLostException(server + " accepted the subscription but sends no notification: a router or"
                + " firewall may be in between; transport=tcp or tls in [sip] server often helps");
    }

    LineLostException restless() {
        return new LineLostException(server + " ends every subscription at once", SELDOM);
    }

    LineLostException of(SipResponse response, String method) {
        String words = server + " " + meaning(response, method);
        Optional<Duration> asked = response.headers().first("Retry-After").flatMap(Seconds::read);
        if (asked.isPresent()) return new LineLostException(words, Seconds.least(asked.get(), LONGEST));
        boolean lasting = switch (response.status()) {
            case 403, 404, 405, 406, 420, 489, 501, 603, 604 -> true;
            default -> response.status() < 400;
        };
        return lasting ? new LineLostException(words, SELDOM) : new LineLostException(words);
    }

    private String meaning(SipResponse response, String method) {
        boolean registering = method.equals("REGISTER");
        return switch (response.status()) {
            case 403, 603 -> "forbids " + user + (registering ? " to register" : " to watch " + watched)
                    + ": check the account's rights, [sip] user and password";
            case 404, 604 -> "does not know " + (registering ? user : watched) + ": check [sip] "
                    + (registering ? "user" : "watch") + " and domain";
            case 423 -> "wants a longer time than it names: set [sip] expires to 3600";
            case 405, 489, 501 -> registering ? "takes no registrations: set [sip] register = no"
                    : "does not offer " + events.forPeople() + " for " + watched
                            + ", or choose another [phone] source";
            case 300, 301, 302, 305 -> "says that " + watched + " is elsewhere"
                    + elsewhere(response).map(host -> " (" + host + ")").orElse("") + ": check [sip] server";
            case 408, 480, 500, 502, 503, 504 -> "cannot serve just now (" + response.status() + ")";
            default -> "refuses " + method + " (" + response.status() + "): ask who looks after it";
        };
    }

    private static Optional<String> elsewhere(SipResponse response) {
        return response.headers().list("Contact").stream().findFirst().flatMap(NameAddress::read)
                .flatMap(address -> SipUri.read(address.uri())).map(SipUri::host);
    }

    /** Of our call to the agent's own phone. */
    LineLostException toRing(SipResponse response) {
        return new LineLostException(server + " " + switch (response.status()) {
            case 403 -> "does not let " + user + " call " + watched + ": check the account's rights";
            case 404, 410, 480, 604 -> "finds no phone of " + watched + " (" + response.status()
                    + "): is it switched on and registered?";
            case 405, 488, 501, 606 -> "or the phone of " + watched + " takes no such call (" + response.status()
                    + "): set [sip] dial = refer or no";
            default -> "refuses to ring " + watched + " (" + response.status() + ")";
        });
    }

    LineLostException toRefer(SipResponse response) {
        return new LineLostException(switch (response.status()) {
            case 403, 603 -> "the phone of " + watched + " or " + server + " does not let the computer dial ("
                    + response.status() + "): allow REFER there, or set [sip] dial = call";
            case 405, 420, 481, 489, 501 -> "the phone of " + watched + " cannot be told to dial ("
                    + response.status() + "): set [sip] dial = call";
            case 404, 480 -> server + " finds no phone of " + watched + ": is it switched on and registered?";
            default -> "the phone of " + watched + " refuses to dial (" + response.status() + ")";
        });
    }

    String notCalled(int status) {
        return status == 404 || status == 484 || status == 604 ? "the number does not exist (" + status + ")"
                : "the telephone system refuses the call (" + status + ")";
    }

    /** Of a subscription that was accepted before. */
    LineLostException ended(SubscriptionState state) {
        Optional<Duration> asked = state.retryAfter().map(pause -> Seconds.least(pause, LONGEST));
        return switch (state.reason()) {
            case "rejected" -> new LineLostException(server + " no longer lets " + user + " watch " + watched
                    + ": check the account's rights", SELDOM);
            case "noresource" -> new LineLostException(server + " no longer knows " + watched + ": check [sip] watch",
                    SELDOM);
            default -> new LineLostException(server + " ended the subscription for now",
                    asked.orElse(SELDOM));
        };
    }
}
