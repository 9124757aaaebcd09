package io.deskbell.source.sip;

import io.deskbell.config.SipSettings.SilentFork;
import io.deskbell.source.PhoneListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Rings along with the desk phone and reads what the INVITE tells. Answers nothing but what {@link RungAnswer} has, and
 * steps out at once where ringing could keep a caller waiting for a phone that is busy or not there. Not thread safe.
 */
final class RingingAlong {
    private static final int MOST = 50;
    private static final Set<String> METHODS = Set.of("INVITE", "CANCEL", "ACK");

    private final SilentFork settings;
    private final InviteReader reader;
    private final PhoneListener listener;
    private final BooleanSupplier phoneCanRing;
    private final String user;
    private final InetAddress server;
    private final Surroundings surroundings;
    private final boolean reliable;
    private final List<RungCall> calls = new ArrayList<>();
    private Runnable whenItStops = () -> { };

    /**
     * @param listener hears of the calls
     * @param phoneCanRing whether the desk phone is there and free, as far as is known
     * @param user whom an INVITE for us is for
     * @param server where INVITEs come from; those of others are not ours
     */
    RingingAlong(SilentFork settings, InviteReader reader, PhoneListener listener, BooleanSupplier phoneCanRing,
                 String user, InetAddress server, Surroundings surroundings, boolean reliable) {
        this.settings = settings;
        this.reader = reader;
        this.listener = listener;
        this.phoneCanRing = phoneCanRing;
        this.user = user;
        this.server = server;
        this.surroundings = surroundings;
        this.reliable = reliable;
    }

    boolean isRinging() {
        return calls.stream().anyMatch(RungCall::isRinging);
    }

    void whenItStops(Runnable then) {
        whenItStops = then;
    }

    /** What goes out, and where to. */
    record Sending(byte[] bytes, InetSocketAddress to) {
    }

    /** Whether the request is one for here; all others are refused as ever. */
    boolean isFor(SipRequest request, InetSocketAddress from) {
        if (!METHODS.contains(request.method()) || !from.getAddress().equals(server)) return false;
        if (!request.method().equals("INVITE")) return find(request).isPresent();
        return WatchedLine.userOf(request.uri()).equals(user);
    }

    /** Answers one of those, in this order; tells the listener what is new. */
    List<Sending> take(SipRequest request, InetSocketAddress from) throws InterruptedException {
        Optional<RungCall> known = find(request);
        return switch (request.method()) {
            case "ACK" -> {
                known.ifPresent(RungCall::acknowledged);
                yield List.of();
            }
            case "CANCEL" -> cancelled(request, known.orElseThrow());
            default -> known.isPresent() ? List.of(new Sending(known.get().sentLast(), known.get().to()))
                    : rings(request, RequestDesk.destination(request, from));
        };
    }

    /** Sends again what is due and steps out of calls that ring for too long. */
    List<Sending> tend() {
        long now = surroundings.time().nanos();
        calls.removeIf(call -> call.isDone(now));
        List<Sending> sendings = new ArrayList<>();
        for (RungCall call : calls) {
            if (call.isToBeSentAgain(now)) sendings.add(new Sending(call.sentLast(), call.to()));
            if (call.hasRungFor(settings.ring().toNanos(), now)) sendings.add(answer(call, RungAnswer.STEPPED_OUT));
        }
        return sendings;
    }

    Optional<Long> dueAt() {
        return calls.stream().map(call -> call.dueAt(settings.ring().toNanos())).reduce(Conversation::earlier);
    }

    /** Before the line is left: no caller is kept waiting for somebody who went away. */
    List<Sending> stepOut() {
        return calls.stream().filter(RungCall::isRinging).map(call -> answer(call, RungAnswer.STEPPED_OUT)).toList();
    }

    private List<Sending> rings(SipRequest invite, InetSocketAddress to) throws InterruptedException {
        boolean merged = calls.stream().anyMatch(call -> call.isSameCallOnAnotherWay(invite));
        RungCall call = new RungCall(invite, to, surroundings.tokens().get(), surroundings.timers(), reliable,
                surroundings.time().nanos());
        if (calls.size() >= MOST) { // An attack or a fault: nothing is kept of it.
            return List.of(new Sending(call.tagged(RungAnswer.STEPPED_OUT.to(invite)).toBytes(), to));
        }
        calls.add(call);
        if (invite.tag("To").isPresent() || invite.headers().first("Replaces").isPresent()) { // RFC 3891 §3.
            return List.of(answer(call, RungAnswer.NO_CALL));
        }
        if (merged) return List.of(answer(call, RungAnswer.MERGED));
        if (reader.isOurOwn(invite)) return List.of(answer(call, RungAnswer.STEPPED_OUT));
        List<String> required = invite.headers().list("Require");
        if (!required.isEmpty()) {
            SipResponse unsupported = RungAnswer.EXTENSION.to(invite).with("Unsupported", String.join(", ", required));
            return List.of(answer(call, RungAnswer.EXTENSION, unsupported));
        }
        surroundings.tape().came(SipTranslator.MESSAGE, invite.toTape());
        listener.report(reader.rings(invite, surroundings.time().now()));
        boolean stays = phoneCanRing.getAsBoolean() && !settings.ring().equals(Duration.ZERO);
        return List.of(answer(call, stays ? RungAnswer.RINGING : RungAnswer.STEPPED_OUT));
    }

    /** RFC 3261 §9.2: the CANCEL has an answer of its own, then the INVITE gets its final one. */
    private List<Sending> cancelled(SipRequest cancel, RungCall call) throws InterruptedException {
        List<Sending> sendings = new ArrayList<>();
        sendings.add(new Sending(call.tagged(cancel.answered(200, "OK")).toBytes(), call.to()));
        if (!call.isRinging()) return sendings;
        sendings.add(answer(call, RungAnswer.CANCELLED));
        surroundings.tape().came(SipTranslator.MESSAGE, cancel.toTape());
        listener.report(reader.stopped(call.invite(), cancel, surroundings.time().now()));
        whenItStops.run();
        return sendings;
    }

    private Sending answer(RungCall call, RungAnswer answer) {
        return answer(call, answer, answer.to(call.invite()));
    }

    private Sending answer(RungCall call, RungAnswer answer, SipResponse response) {
        return new Sending(call.answer(answer, response, surroundings.time().nanos()), call.to());
    }

    private Optional<RungCall> find(SipRequest request) {
        return calls.stream().filter(call -> call.isOf(request)).findFirst();
    }
}
