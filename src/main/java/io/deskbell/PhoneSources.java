package io.deskbell;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.RegistrationRules.TransferRole;
import io.deskbell.config.AgentSettings;
import io.deskbell.config.Config;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import io.deskbell.source.Waiting;
import io.deskbell.source.baresip.BaresipSource;
import io.deskbell.source.bria.BriaSource;
import io.deskbell.source.fritzbox.FritzBoxSource;
import io.deskbell.source.intake.IntakeSource;
import io.deskbell.source.poll.PollSource;
import io.deskbell.source.simulator.DayAtTheDesk;
import io.deskbell.source.simulator.SimulatedPhone;
import io.deskbell.source.sip.SipSource;
import io.deskbell.source.sip.SipSteps;
import io.deskbell.source.tinyphone.TinyphoneSource;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of phone there are: a line a kind. */
final class PhoneSources {
    /** @param usualRole who reports a transfer where the configuration does not say */
    private record Kind(TransferRole usualRole, Making making) {
    }

    /** Makes a source from the configuration. */
    @FunctionalInterface
    private interface Making {
        PhoneSource make(Config config, NumberPlan plan, Clock clock);
    }

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("sip", new Kind(TransferRole.GIVER, (config, plan, clock) ->
                SipSource.of(config.sip().orElseThrow(), plan, clock, SipSteps.NONE, SipTape.of(config, clock))));
        KINDS.put("intake", new Kind(TransferRole.GIVER, (config, plan, clock) -> new IntakeSource(
                config.intake().orElseThrow(), config.agent().extension(), plan, clock)));
        KINDS.put("poll", new Kind(TransferRole.GIVER, (config, plan, clock) ->
                PollSource.of(config.nearby().poll().orElseThrow(), plan, clock, Tape.NONE)));
        KINDS.put("baresip", new Kind(TransferRole.GIVER, (config, plan, clock) ->
                new BaresipSource(config.nearby().baresip().orElseThrow(), plan, clock, Tape.NONE)));
        KINDS.put("fritzbox", new Kind(TransferRole.GIVER, (config, plan, clock) ->
                new FritzBoxSource(config.nearby().fritzbox().orElseThrow(), plan, clock, Tape.NONE)));
        KINDS.put("bria", new Kind(TransferRole.GIVER, (config, plan, clock) ->
                new BriaSource(config.nearby().bria().orElseThrow(), plan, clock, Tape.NONE)));
        KINDS.put("tinyphone", new Kind(TransferRole.GIVER, (config, plan, clock) ->
                new TinyphoneSource(config.nearby().tinyphone().orElseThrow(), plan, clock, Tape.NONE)));
        KINDS.put("simulator", new Kind(TransferRole.GIVER, (config, plan, clock) ->
                new SimulatedPhone(DayAtTheDesk.steps(), pace(config.simulatorPace()), clock,
                        digits -> plan.dialled(digits, ""))));
    }

    private PhoneSources() {
    }

    static List<String> names() {
        return List.copyOf(KINDS.keySet());
    }

    /** Those the configuration names, in its order. */
    static List<PhoneSource> of(Config config, Clock clock) {
        NumberPlan plan = numberPlan(config.agent());
        return config.sources().stream().map(name -> KINDS.get(name).making().make(config, plan, clock)).toList();
    }

    static TransferRole transferRole(Config config) {
        return config.agent().transfer().map(role -> TransferRole.valueOf(role.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> KINDS.get(config.sources().getFirst()).usualRole());
    }

    private static Waiting pace(int timesAsFast) {
        return time -> Waiting.REAL.pause(time.dividedBy(timesAsFast));
    }

    static NumberPlan numberPlan(AgentSettings agent) {
        return new NumberPlan(agent.country(), new DigitLengths(agent.internal()), agent.outsidePrefix(),
                new Extension(agent.extension()));
    }
}
