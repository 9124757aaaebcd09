package io.deskbell.source.tapi;

import com.sun.jna.Pointer;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Tape;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line from its opening until it is lost or nobody wants it any more. Sleeps until Windows has a message, the stop
 * event is set, or something is due. Used once, by the thread that owns it.
 */
final class LineWatch {
    /** Drivers forget to tell of ends: so often they are asked while there are calls. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Windows windows;
    private final Pointer stop;
    private final TapiTranslator translator;
    private final PhoneListener listener;
    private final Tape tape;
    private final Clock clock;
    /** The handles that are ours to give back, and the last state heard of each. */
    private final Map<Integer, Integer> held = new LinkedHashMap<>();
    private Instant lookAt = Instant.MAX;
    private boolean stopped;
    private boolean outOfService;

    LineWatch(Windows windows, Pointer stop, TapiTranslator translator, PhoneListener listener, Tape tape,
              Clock clock) {
        this.windows = windows;
        this.stop = stop;
        this.translator = translator;
        this.listener = listener;
        this.tape = tape;
        this.clock = clock;
    }

    /** Whether it ended because the driver lost its telephone system. */
    boolean isOutOfService() {
        return outOfService;
    }

    /** Returns when the stop event is set. */
    void watch(Telephony telephony, LineDevice line) throws TapiException, LineLostException, InterruptedException {
        try {
            thereAre(telephony);
            while (!stopped) {
                sleep(telephony);
                while (!stopped) {
                    Optional<Telephony.Message> message = telephony.next();
                    if (message.isEmpty()) break;
                    take(message.get(), telephony, line);
                }
                passTime(telephony);
            }
        } finally {
            held.keySet().forEach(telephony::giveBack);
        }
    }

    private void thereAre(Telephony telephony) throws TapiException, InterruptedException {
        List<CallWord> words = new ArrayList<>();
        for (int call : telephony.newCalls()) {
            CallWord word = telephony.look(call, CallWord.Kind.THERE);
            held.put(call, word.state());
            words.add(word);
        }
        tape.came("tapi-calls", LineWords.written(words));
        translator.there(words, clock.instant(), listener);
        words.forEach(word -> tidy(word, telephony));
    }

    private void sleep(Telephony telephony) throws LineLostException {
        stopped = windows.sleep(stop, telephony.event(), patience()) == Windows.Woken.STOP;
    }

    private int patience() {
        if (held.isEmpty()) lookAt = Instant.MAX;
        else if (lookAt.equals(Instant.MAX)) lookAt = clock.instant().plus(LOOK_AGAIN);
        Instant due = translator.nextDue().filter(lookAt::isAfter).orElse(lookAt);
        if (due.equals(Instant.MAX)) return WaitFunctions.FOR_EVER;
        return (int) Math.clamp(Duration.between(clock.instant(), due).toMillis() + 1, 0, LOOK_AGAIN.toMillis());
    }

    private void take(Telephony.Message message, Telephony telephony, LineDevice line)
            throws LineLostException, InterruptedException {
        if (message.is(Tapi.Message.CALLSTATE)) {
            heard(new CallWord(CallWord.Kind.CALLSTATE, message.device(), message.first(), message.second(), 0,
                    telephony.info(message.device())), telephony);
        } else if (message.is(Tapi.Message.CALLINFO)) {
            heard(new CallWord(CallWord.Kind.CALLINFO, message.device(), 0, 0, message.first(),
                    telephony.info(message.device())), telephony);
        } else if (message.is(Tapi.Message.APPNEWCALL)) {
            heard(new CallWord(CallWord.Kind.APPNEWCALL, message.second(), 0, 0, 0,
                    telephony.info(message.second())), telephony);
        } else {
            ofTheLine(message, telephony, line);
        }
    }

    private void ofTheLine(Telephony.Message message, Telephony telephony, LineDevice line) throws LineLostException {
        boolean device = message.is(Tapi.Message.LINEDEVSTATE);
        if (device && Tapi.has(message.first(), Tapi.LineState.REINIT)) {
            throw new LineLostException("a telephony driver came or went; beginning afresh", TapiTrouble.AFRESH);
        }
        boolean removed = message.is(Tapi.Message.REMOVE) && message.first() == line.number()
                || device && telephony.isLine(message.device())
                && Tapi.has(message.first(), Tapi.LineState.REMOVED);
        if (removed) throw new LineLostException("the line " + line.name() + " is gone");
        if (message.is(Tapi.Message.CLOSE) && telephony.isLine(message.device())) {
            throw new LineLostException("the driver has closed the line " + line.name());
        }
        boolean cutOff = device && telephony.isLine(message.device())
                && (Tapi.has(message.first(), Tapi.LineState.OUTOFSERVICE)
                || Tapi.has(message.first(), Tapi.LineState.DISCONNECTED));
        if (cutOff) {
            outOfService = true;
            throw TapiTrouble.outOfService(line);
        }
    }

    private void passTime(Telephony telephony) throws InterruptedException {
        Instant now = clock.instant();
        if (translator.nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
            tape.came("tapi-quiet", "");
            translator.quiet(now, listener);
        }
        if (lookAt.isAfter(now)) return;
        lookAt = Instant.MAX;
        for (int call : List.copyOf(held.keySet())) {
            CallWord word = telephony.look(call, CallWord.Kind.LOOKED);
            boolean news = word.state() != 0 && word.state() != held.get(call);
            if (news) heard(word, telephony);
        }
    }

    private void heard(CallWord word, Telephony telephony) throws InterruptedException {
        tape.came("tapi-call", LineWords.written(List.of(word)));
        held.merge(word.call(), word.state(), (before, now) -> now == 0 ? before : now);
        translator.heard(word, clock.instant(), listener);
        tidy(word, telephony);
    }

    /** Handles leak unless given back: of a call that is idle, and of one that goes on under another handle. */
    private void tidy(CallWord word, Telephony telephony) {
        if (word.is(Tapi.State.IDLE) && held.remove(word.call()) != null) telephony.giveBack(word.call());
        List<Integer> done = held.keySet().stream().filter(call -> !translator.knows(call)).toList();
        done.forEach(call -> {
            held.remove(call);
            telephony.giveBack(call);
        });
    }
}
