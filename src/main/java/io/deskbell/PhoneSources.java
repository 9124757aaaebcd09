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
import io.deskbell.source.asterisk.AsteriskSource;
import io.deskbell.source.baresip.BaresipSource;
import io.deskbell.source.bria.BriaSource;
import io.deskbell.source.fritzbox.FritzBoxSource;
import io.deskbell.source.intake.IntakeSource;
import io.deskbell.source.poll.PollSource;
import io.deskbell.source.simulator.DayAtTheDesk;
import io.deskbell.source.simulator.SimulatedPhone;
import io.deskbell.source.sip.SipSource;
import io.deskbell.source.sip.SipSteps;
import io.deskbell.source.tapi.TapiSource;
import io.deskbell.source.tapi.TapiSteps;
import io.deskbell.source.tapi.TapiTranslator;
import io.deskbell.source.threecx.ThreeCxSource;
import io.deskbell.source.threecx.ThreeCxSteps;
import io.deskbell.source.tinyphone.TinyphoneSource;
import io.deskbell.source.voipgrid.VoipgridSource;
import io.deskbell.source.xelion.XelionSource;
import io.deskbell.source.xelion.XelionSteps;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of phone there are: a line a kind. */
final class PhoneSources {
    /**
     * @param usualRole who reports a transfer where the configuration does not say
     * @param taping empty where there is nothing to be recorded
     */
    private record Kind(TransferRole usualRole, Making making, Optional<Taping> taping) {
    }

    /** Makes a source from the configuration, which writes down on the tape what comes in. */
    @FunctionalInterface
    private interface Making {
        PhoneSource make(Config config, NumberPlan plan, Clock clock, Tape tape);
    }

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("sip", new Kind(TransferRole.GIVER, (config, plan, clock, tape) ->
                SipSource.of(config.sip().orElseThrow(), plan, clock, SipSteps.NONE, tape),
                Optional.of(SipTaping.TAPING)));
        KINDS.put("tapi", new Kind(TransferRole.GIVER, (config, plan, clock, tape) -> TapiSource.of(
                config.tapi().orElseThrow(), config.agent().extension(), plan, clock, TapiSteps.NONE, tape),
                Optional.of(new Taping(TapiTranslator.KINDS, head -> new TapiTranslator(head.plan())))));
        KINDS.put("intake", new Kind(TransferRole.GIVER, (config, plan, clock, tape) -> new IntakeSource(
                config.intake().orElseThrow(), config.agent().extension(),
                config.systems().voipgrid().orElseThrow().numbering(), plan, clock, tape),
                Optional.of(SystemTapings.INTAKE)));
        KINDS.put("poll", new Kind(TransferRole.GIVER, (config, plan, clock, tape) ->
                PollSource.of(config.nearby().poll().orElseThrow(), plan, clock, tape),
                Optional.of(NearbyTapings.POLL)));
        KINDS.put("baresip", new Kind(TransferRole.GIVER, (config, plan, clock, tape) ->
                new BaresipSource(config.nearby().baresip().orElseThrow(), plan, clock, tape),
                Optional.of(NearbyTapings.BARESIP)));
        KINDS.put("fritzbox", new Kind(TransferRole.GIVER, (config, plan, clock, tape) ->
                new FritzBoxSource(config.nearby().fritzbox().orElseThrow(), plan, clock, tape),
                Optional.of(NearbyTapings.FRITZBOX)));
        KINDS.put("bria", new Kind(TransferRole.GIVER, (config, plan, clock, tape) ->
                new BriaSource(config.nearby().bria().orElseThrow(), plan, clock, tape),
                Optional.of(NearbyTapings.BRIA)));
        KINDS.put("tinyphone", new Kind(TransferRole.GIVER, (config, plan, clock, tape) ->
                new TinyphoneSource(config.nearby().tinyphone().orElseThrow(), plan, clock, tape),
                Optional.of(NearbyTapings.TINYPHONE)));
        KINDS.put("voipgrid", new Kind(TransferRole.GIVER, (config, plan, clock, tape) ->
                VoipgridSource.of(config.systems().voipgrid().orElseThrow(), plan, clock, tape),
                Optional.of(SystemTapings.VOIPGRID)));
        KINDS.put("asterisk", new Kind(TransferRole.GIVER, (config, plan, clock, tape) -> new AsteriskSource(
                config.systems().asterisk().orElseThrow(), new Extension(config.agent().extension()), plan, clock,
                tape),
                Optional.of(SystemTapings.ASTERISK)));
        KINDS.put("mqtt", new Kind(TransferRole.GIVER, (config, plan, clock, tape) ->
                SystemTapings.mqtt(config, plan, clock, tape), Optional.of(SystemTapings.MQTT)));
        KINDS.put("3cx", new Kind(TransferRole.GIVER, (config, plan, clock, tape) ->
                new ThreeCxSource(config.systems().threeCx().orElseThrow(), at -> numberPlan(config.agent(), at),
                        clock, ThreeCxSteps.NONE, tape), Optional.of(ThreeCxTaping.TAPING)));
        KINDS.put("xelion", new Kind(TransferRole.TAKER, (config, plan, clock, tape) -> new XelionSource(
                config.systems().xelion().orElseThrow(), plan, clock, XelionSteps.NONE, tape),
                Optional.of(SystemTapings.XELION)));
        KINDS.put("simulator", new Kind(TransferRole.GIVER, (config, plan, clock, tape) ->
                new SimulatedPhone(DayAtTheDesk.steps(), pace(config.simulatorPace()), clock,
                        digits -> plan.dialled(digits, "")), Optional.empty()));
    }

    private PhoneSources() {
    }

    static List<String> names() {
        return List.copyOf(KINDS.keySet());
    }

    /** Those the configuration names, in its order; nothing is recorded. */
    static List<PhoneSource> of(Config config, Clock clock) {
        return of(config, clock, Tapes.NONE);
    }

    static List<PhoneSource> of(Config config, Clock clock, Tapes tapes) {
        NumberPlan plan = numberPlan(config.agent());
        return config.sources().stream()
                .map(name -> KINDS.get(name).making().make(config, plan, clock, tapes.of(name))).toList();
    }

    static Taping taping(String source) {
        return KINDS.get(source).taping().orElseThrow();
    }

    /** Of all sources that can be recorded, by name. */
    static Map<String, Taping> tapings() {
        Map<String, Taping> tapings = new LinkedHashMap<>();
        KINDS.forEach((name, kind) -> kind.taping().ifPresent(taping -> tapings.put(name, taping)));
        return tapings;
    }

    static TransferRole transferRole(Config config) {
        return config.agent().transfer().map(role -> TransferRole.valueOf(role.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> KINDS.get(config.sources().getFirst()).usualRole());
    }

    private static Waiting pace(int timesAsFast) {
        return time -> Waiting.REAL.pause(time.dividedBy(timesAsFast));
    }

    static NumberPlan numberPlan(AgentSettings agent) {
        return numberPlan(agent, new Extension(agent.extension()));
    }

    /** @param at whose calls they are the numbers of */
    static NumberPlan numberPlan(AgentSettings agent, Extension at) {
        return new NumberPlan(agent.country(), new DigitLengths(agent.internal()), agent.outsidePrefix(), at);
    }
}
