package io.deskbell.source.sip;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.config.SipSettings.SilentFork;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads from an INVITE who calls whom, and from its CANCEL why it stopped ringing. Immutable. */
final class InviteReader {
    private static final int LONGEST_VALUE = 200;

    private final NumberPlan plan;
    private final SilentFork settings;
    private final Set<String> unseen;

    InviteReader(NumberPlan plan, SilentFork settings) {
        this(plan, settings, Set.of());
    }

    /** @param unseen Call-IDs of calls that nobody makes to the agent; may grow meanwhile */
    InviteReader(NumberPlan plan, SilentFork settings, Set<String> unseen) {
        this.plan = plan;
        this.settings = settings;
        this.unseen = unseen;
    }

    /** Our own call to the agent's phone, which a proxy rings here as well; behind a B2BUA it has another name. */
    boolean isOurOwn(SipRequest invite) {
        return unseen.contains(invite.callId());
    }

    CallReport rings(SipRequest invite, Instant at) {
        CallReport report = report(invite, CallState.RINGING, at).with(caller(invite.headers()));
        Optional<PhoneNumber> dialled = dialled(invite.headers());
        if (dialled.isPresent()) report = report.dialled(dialled.get());
        Optional<String> filter = settings.filterHeader().flatMap(name -> value(invite, name));
        return filter.isPresent() ? report.filteredBy(filter.get()) : report;
    }

    CallReport stopped(SipRequest invite, SipRequest cancel, Instant at) {
        return report(invite, CallState.ENDED, at).because(why(cancel.headers().list("Reason")));
    }

    /** The name the configuration asks for is the same at every desk; the Call-ID is of this leg. */
    private CallReport report(SipRequest invite, CallState state, Instant at) {
        String callId = invite.callId();
        Optional<String> shared = settings.callIdHeader().flatMap(name -> value(invite, name));
        CallReport report = CallReport.of(shared.map(CallKey::shared).orElseGet(() -> CallKey.leg(callId)), state, at)
                .going(Direction.INBOUND);
        return shared.isPresent() ? report.also(callId) : report;
    }

    private static Optional<String> value(SipRequest invite, String name) {
        return invite.headers().first(name).map(InviteReader::readable)
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_VALUE)))
                .filter(text -> !text.isEmpty());
    }

    /**
     * What the telephone system vouches for before what the caller says: P-Asserted-Identity (RFC 3325 §9.1), then
     * Remote-Party-ID (draft-ietf-sip-privacy-04), then From. Who asked for privacy (RFC 3323 §4.2) stays unnamed.
     */
    private Party caller(Headers headers) {
        boolean hides = headers.all("Privacy").stream()
                .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split("[;,]")))
                .map(String::strip).anyMatch(List.of("id", "user", "header")::contains);
        if (hides) return new Party.Withheld();
        List<String> remote = headers.list("Remote-Party-ID").stream()
                .filter(id -> !is(id, "party", "called")).toList();
        if (remote.stream().anyMatch(id -> is(id, "privacy", "full") || is(id, "privacy", "uri"))) {
            return new Party.Withheld();
        }
        return Stream.of(headers.list("P-Asserted-Identity"), remote, headers.list("From")).flatMap(List::stream)
                .map(this::party).filter(Party::isKnown).findFirst()
                .orElseGet(() -> party(headers.first("From").orElse("")));
    }

    private static boolean is(String address, String parameter, String value) {
        return NameAddress.read(address).flatMap(read -> read.parameters().get(parameter))
                .filter(value::equalsIgnoreCase).isPresent();
    }

    private Party party(String address) {
        return NameAddress.read(address).map(read -> plan.caller(read.uri(), name(address)))
                .orElse(Party.Unknown.NOBODY);
    }

    /** RFC 3261 §25.1, display-name: a quoted string or bare words before the angle bracket. */
    private static String name(String address) {
        String text = readable(address.strip());
        if (text.startsWith("\"")) {
            int close = text.indexOf('"', 1);
            while (close > 0 && text.charAt(close - 1) == '\\') close = text.indexOf('"', close + 1);
            return close < 0 ? "" : text.substring(1, close).replaceAll("\\\\(.)", "$1");
        }
        int open = text.indexOf('<');
        return open <= 0 ? "" : text.substring(0, open).strip();
    }

    /**
     * The number the customer dialled: the first of History-Info (RFC 7044 §5), the last of Diversion (RFC 5806 §6: the
     * newest stands on top), P-Called-Party-ID (RFC 7315 §4.2), To; the first of them that is a public number.
     */
    private Optional<PhoneNumber> dialled(Headers headers) {
        List<String> history = headers.list("History-Info");
        List<String> diverted = headers.list("Diversion").reversed();
        return Stream.of(history, diverted, headers.list("P-Called-Party-ID"), headers.list("To"))
                .flatMap(List::stream).limit(50)
                .flatMap(value -> NameAddress.read(value).stream()).map(NameAddress::uri)
                .flatMap(uri -> plan.number(uri).stream()).findFirst();
    }

    /** RFC 3326 §2: protocol and cause; 200 in a CANCEL means that another device has the call. */
    private static EndReason why(List<String> reasons) {
        for (String reason : reasons) {
            List<String> parts = Separated.by(';', reason);
            boolean sip = !parts.isEmpty() && parts.getFirst().strip().equalsIgnoreCase("SIP");
            String cause = Parameters.of(parts).get("cause").orElse("");
            if (sip && cause.equals("200")) return EndReason.ANSWERED_ELSEWHERE;
            if (sip && (cause.equals("486") || cause.equals("600"))) return EndReason.BUSY;
            if (sip && cause.equals("603")) return EndReason.REJECTED;
        }
        return EndReason.NO_ANSWER;
    }

    /** Headers are kept octet by octet; names in them are UTF-8 (RFC 3261 §25.1), or Latin-1 where they are not. */
    private static String readable(String octets) {
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException latin) {
            return octets;
        }
    }
}
