package io.deskbell.source.sip;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Logs in: answers challenges of servers (401) and proxies (407), each realm for itself, and adds the credentials to
 * later requests unasked while the nonces hold. Not thread safe.
 */
final class Credentials {
    private static final int MOST_REALMS = 4;

    private final String user;
    private final String password;
    private final Supplier<String> cnonces;
    private final Map<Realm, DigestAnswer> answers = new LinkedHashMap<>();
    private final Set<Realm> answeredForThis = new HashSet<>();

    private record Realm(boolean proxy, String name) {
        String field() {
            return proxy ? "Proxy-Authorization" : "Authorization";
        }
    }

    /** What a challenge came to. */
    enum Verdict { ANSWERED, REFUSED, NOT_ANSWERABLE }

    Credentials(String user, String password, Supplier<String> cnonces) {
        this.user = user;
        this.password = password;
        this.cnonces = cnonces;
    }

    SipRequest addTo(SipRequest request) {
        SipRequest with = request;
        for (Map.Entry<Realm, DigestAnswer> answer : answers.entrySet()) {
            with = with.with(answer.getKey().field(), answer.getValue().to(request.method(), request.uri()));
        }
        return with;
    }

    /** What was answered before is only remembered from now on: its nonce may run out without a fault of ours. */
    void newRequest() {
        answeredForThis.clear();
    }

    Verdict challenged(SipResponse response) {
        boolean proxy = response.status() == 407;
        List<String> fields = response.headers().all(proxy ? "Proxy-Authenticate" : "WWW-Authenticate");
        Map<Realm, Challenge> challenges = new LinkedHashMap<>();
        for (String field : fields) { // Of those for one realm the first we can answer (RFC 8760 §2.4).
            Challenge.read(field).ifPresent(found -> challenges.putIfAbsent(new Realm(proxy, found.realm()), found));
        }
        if (challenges.isEmpty()) return Verdict.NOT_ANSWERABLE;
        for (Map.Entry<Realm, Challenge> entry : challenges.entrySet()) {
            boolean again = !answeredForThis.add(entry.getKey());
            if (again && !entry.getValue().isStale()) return Verdict.REFUSED;
            answers.put(entry.getKey(), new DigestAnswer(entry.getValue(), user, password, cnonces.get()));
            if (answers.size() > MOST_REALMS) answers.remove(answers.keySet().iterator().next());
        }
        return Verdict.ANSWERED;
    }

    void accepted(SipResponse response) {
        Optional<String> next = response.headers().first("Authentication-Info")
                .flatMap(value -> Parameters.after(',', value).get("nextnonce"));
        if (next.isEmpty() || answers.size() != 1) return; // The field names no realm.
        answers.values().iterator().next().goOnWith(next.get());
    }
}
