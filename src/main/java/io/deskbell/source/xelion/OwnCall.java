package io.deskbell.source.xelion;

import io.deskbell.call.Call;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A call in which the agent is, through however many devices. Not thread safe. */
final class OwnCall {
    /** Asterisk counts channels from nought again when it is restarted, and it is restarted at night. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC);

    final String callId;
    final CallKey key;
    final Instant begun;
    final Set<String> channelIds = new LinkedHashSet<>();
    final Set<String> aliases = new LinkedHashSet<>();
    CallState state = CallState.RINGING;
    boolean answered;
    /** Dialled from here: the telephone system rings the agent first. */
    boolean ringsBack;
    /** The agent is connected to the telephone system since, and no other end was seen in it. */
    Optional<Instant> alone = Optional.empty();
    boolean otherSeen;
    Optional<Direction> direction = Optional.empty();
    Party party = Party.Unknown.NOBODY;
    String name = "";
    Optional<PhoneNumber> referrer = Optional.empty();
    Optional<Extension> from = Optional.empty();
    /** No device of the agent's is in it since; another may be in a moment. */
    Optional<Instant> gone = Optional.empty();
    Optional<EndReason> why = Optional.empty();
    /** No device of the agent's is in it: it waits, is offered to somebody, or is over. */
    boolean away;
    /** Xelion said that the agent gives it away. */
    boolean wordOfTransfer;
    /** To whom, where that is known. */
    Optional<Extension> offeredTo = Optional.empty();
    boolean given;
    /** To whom it was given; kept when it comes back. */
    Optional<Extension> givenTo = Optional.empty();
    /** The agent had given it away, and it came back. */
    final boolean isBack;
    /** It was over here, or given away, and is here once more. */
    boolean wasHere;
    /** Nothing was to be seen of it since, here or elsewhere. */
    Instant overAt = Instant.MAX;
    /** What was said of it last. */
    private Optional<CallReport> said = Optional.empty();

    OwnCall(String callId, Instant begun) {
        this.callId = callId;
        this.begun = begun;
        this.key = keyOf(callId, begun);
        this.isBack = false;
    }

    private OwnCall(OwnCall given, Instant begun) {
        this.callId = given.callId;
        this.begun = begun;
        this.key = given.key;
        this.isBack = true;
        this.direction = given.direction;
        this.party = given.party;
        this.name = given.name;
        this.referrer = given.referrer;
        this.givenTo = given.givenTo;
        this.aliases.addAll(given.aliases);
    }

    /** The same call, which the agent has, or is offered, once more. */
    OwnCall again(Instant at) {
        return new OwnCall(this, at);
    }

    static CallKey keyOf(String callId, Instant day) {
        return CallKey.shared(callId + "-" + DAY.format(day));
    }

    /** In an earlier run: Xelion does not tell again that a call it rings the agent for was dialled by the agent. */
    void wasKnownAs(Call before) {
        direction = before.direction().or(() -> direction);
        answered = before.wasAnswered();
        if (before.party().isKnown()) party = before.party();
        name = before.party().name();
    }

    boolean lacksNumber() {
        return !given && !party.isKnown();
    }

    /** Whatever was to become of it elsewhere. */
    void stays() {
        away = false;
        wordOfTransfer = false;
        offeredTo = Optional.empty();
    }

    boolean isOutbound() {
        return direction.filter(Direction.OUTBOUND::equals).isPresent();
    }

    /** @param number as Xelion writes it; one that tells nothing leaves what is known */
    void learn(NumberPlan plan, String number, String theirName) {
        if (!theirName.isEmpty()) name = theirName;
        Party told = isOutbound() ? plan.dialled(number, name) : plan.caller(number, name);
        boolean ofBefore = told instanceof Party.Colleague colleague && from.equals(Optional.of(colleague.extension()));
        if (told.isKnown() && !ofBefore) party = told;
    }

    CallReport report(CallState now, Instant at) {
        CallReport report = CallReport.of(key, now, at)
                .with(party.isKnown() ? party : new Party.Unknown(name));
        report = direction.map(report::going).orElse(report);
        report = referrer.map(report::dialled).orElse(report);
        report = from.map(report::handedOverBy).orElse(report);
        for (String alias : aliases) report = report.also(alias);
        return report;
    }

    /** What there is to say that was not said before. */
    Optional<CallReport> news(Instant at) {
        CallReport now = report(state, at);
        boolean same = said.filter(before -> report(before.state(), before.at()).equals(before)
                && before.state() == state).isPresent();
        said = Optional.of(now);
        return same ? Optional.empty() : said;
    }
}
