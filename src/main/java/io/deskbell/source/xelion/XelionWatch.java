package io.deskbell.source.xelion;

import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Tape;
import io.deskbell.source.xelion.XelionLine.Arrival;
import io.deskbell.source.xelion.XelionLine.Question;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** One connection, from the subscription to its loss: hands over what comes in and asks what has to be asked. */
final class XelionWatch {
    /** The single form's spelling is not documented; this one is (MultiNotificationRequest). */
    static final String SUBSCRIPTION = "{\"messageType\":\"multiNotificationRequest\",\"notifications\":["
            + Stream.of("activeChannelEvent", "callTransferredEvent", "twinTransferredEvent", "missedCallEvent")
            .map("{\"notificationType\":\"%s\",\"toggle\":\"true\",\"oid\":null}"::formatted)
            .reduce((one, other) -> one + "," + other).orElseThrow() + "]}";
    static final String TEST = "{\"messageType\":\"test\"}";

    private static final Question CHANNELS = new Question(XelionReading.CHANNELS, "communications/active_channels");
    private static final Question CALLS = new Question(XelionReading.CALLS, "me/device/calls");
    private static final Question RECENT = new Question(XelionReading.RECENT, "communications/recent");
    private static final Duration BETWEEN_LISTS = Duration.ofSeconds(2);
    /** A lost word is noticed so much later, at the cost of one question; at rest nothing is asked at all. */
    private static final Duration IN_A_CALL = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TESTS = Duration.ofMinutes(5);
    private static final Duration ECHO = Duration.ofSeconds(30);
    private static final int BORNE = 3;

    private final XelionSession session;
    private final XelionLine line;
    private final XelionReading reading;
    private final PhoneListener listener;
    private final Clock clock;
    private final Tape tape;
    private final XelionSteps steps;
    private final NumberHunt hunt = new NumberHunt();
    private final int logins;
    private Instant listedAt = Instant.MIN;
    private boolean listWanted;
    private boolean listAsked;
    private boolean numbersAsked;
    private boolean noDevice;
    private int unanswered;
    private Instant testedAt = Instant.MIN;
    private boolean echoes;
    private boolean echoAwaited;

    XelionWatch(XelionSession session, XelionLine line, XelionReading reading, PhoneListener listener, Clock clock,
                Tape tape, XelionSteps steps) {
        this.session = session;
        this.line = line;
        this.reading = reading;
        this.listener = listener;
        this.clock = clock;
        this.tape = tape;
        this.steps = steps;
        this.logins = session.logins();
    }

    /** @param me what {@code me/info} answered */
    void run(Optional<String> me) throws LineLostException, InterruptedException {
        tape.lineUp();
        reading.lineUp();
        if (me.isPresent()) take(XelionReading.ME, me.get());
        steps.reached(XelionSteps.Step.KNOWN_AS, Reason.of(XelionReason.KNOWN_AS, reading.identity()));
        line.say(SUBSCRIPTION);
        steps.reached(XelionSteps.Step.SUBSCRIBED, Reason.of(XelionReason.SUBSCRIBED));
        if (steps != XelionSteps.NONE) sayWhetherNumbersAreTold();
        XelionAnswer first = session.ask("GET", CHANNELS.path(), "");
        if (!first.isGood() || first.json().isEmpty()) throw noCalls(first);
        listener.watching();
        listed(first);
        while (true) {
            askWhatIsDue();
            Optional<Arrival> arrival = line.next(Duration.between(clock.instant(), nextDue()));
            if (arrival.isPresent()) take(arrival.get());
        }
    }

    private void sayWhetherNumbersAreTold() throws LineLostException, InterruptedException {
        XelionAnswer answer = session.ask("GET", CALLS.path(), "");
        if (answer.isGood()) {
            steps.reached(XelionSteps.Step.NUMBERS_TOLD, Reason.of(XelionReason.NUMBERS_TOLD));
        } else {
            steps.reached(XelionSteps.Step.NUMBERS_LATER, Reason.of(XelionReason.NUMBERS_LATER, answer.codes()));
        }
    }

    private void take(Arrival arrival) throws LineLostException, InterruptedException {
        switch (arrival) {
            case Arrival.Said said -> said(said.text());
            case Arrival.Answered answered -> answered(answered.question(), answered.answer());
            case Arrival.Unanswered silence -> unanswered(silence.question(), silence.why());
            case Arrival.Dialled dialled -> take(XelionReading.DIALLED, dialled.number());
            case Arrival.Lost lost -> throw lost.why();
        }
    }

    private void said(String text) throws InterruptedException {
        if (Notification.json(text).filter(json -> Notification.of(json).type() == Notification.Type.ECHO)
                .isPresent()) {
            // Said after the subscription: what happened before that was taken, the first list may not have known.
            if (!echoes) listWanted = true;
            echoes = true;
            echoAwaited = false;
            return;
        }
        if (take(XelionReading.EVENT, text)) listWanted = true;
    }

    private void answered(String question, XelionAnswer answer) throws LineLostException, InterruptedException {
        if (question.equals(XelionReading.CHANNELS)) {
            listAsked = false;
            if (!answer.isGood() || answer.json().isEmpty()) {
                borne(noCalls(answer));
                return;
            }
            listed(answer);
            return;
        }
        boolean first = question.equals(XelionReading.CALLS);
        if (first && (answer.isOf("10050", "10052") || answer.http() == 404)) noDevice = true;
        if (answer.isGood()) take(question, answer.body());
        numbersAsked = first && !reading.lackingNumbers().isEmpty();
        if (numbersAsked) line.ask(RECENT);
    }

    private void unanswered(String question, LineLostException why) throws LineLostException {
        if (question.equals(XelionReading.CHANNELS)) {
            listAsked = false;
            borne(why);
            return;
        }
        numbersAsked = false;
        why.pause().ifPresent(pause -> hunt.pause(clock.instant().plus(pause)));
    }

    /** The websocket goes on telling; a list that cannot be had now is asked for again. */
    private void borne(LineLostException why) throws LineLostException {
        if (++unanswered >= BORNE) throw why;
        listWanted = true;
    }

    private void listed(XelionAnswer answer) throws InterruptedException {
        unanswered = 0;
        listedAt = clock.instant();
        take(XelionReading.CHANNELS, answer.body());
    }

    private boolean take(String kind, String text) throws InterruptedException {
        tape.heard(kind, text);
        return reading.take(kind, text, clock.instant(), listener);
    }

    private void askWhatIsDue() throws LineLostException, InterruptedException {
        Instant now = clock.instant();
        if (isDue(reading.due(), now)) take(XelionReading.QUIET, "");
        session.renewIfDue();
        if (session.logins() != logins) throw anew(); // Another session: introduced and subscribed again.
        if (isDue(listDue(), now)) {
            listWanted = false;
            listAsked = true;
            listedAt = now;
            take(XelionReading.ASKED, "");
            line.ask(CHANNELS);
        }
        if (isDue(numbersDue(), now)) askForNumbers(now);
        if (echoAwaited && echoes && !now.isBefore(testedAt.plus(ECHO))) {
            throw new LineLostException(Reason.of(XelionReason.DEAF));
        }
        if (!now.isBefore(testDue())) {
            testedAt = now;
            echoAwaited = true;
            line.say(TEST);
        }
    }

    private void askForNumbers(Instant now) {
        numbersAsked = true;
        hunt.asked(reading.lackingNumbers(), now);
        line.ask(noDevice ? RECENT : CALLS);
    }

    private Instant nextDue() {
        Stream<Instant> due = Stream.of(reading.due(), listDue(), numbersDue(), Optional.of(session.renewal()),
                        Optional.of(echoAwaited && echoes ? testedAt.plus(ECHO) : testDue()))
                .flatMap(Optional::stream);
        Instant latest = clock.instant().plus(BETWEEN_TESTS);
        return due.reduce(latest, (one, other) -> one.isBefore(other) ? one : other);
    }

    private Instant testDue() {
        return testedAt.equals(Instant.MIN) ? testedAt : testedAt.plus(BETWEEN_TESTS);
    }

    private Optional<Instant> listDue() {
        if (listAsked) return Optional.empty();
        if (listWanted) return Optional.of(listedAt.plus(BETWEEN_LISTS));
        return reading.isBusy() ? Optional.of(listedAt.plus(IN_A_CALL)) : Optional.empty();
    }

    private Optional<Instant> numbersDue() {
        return numbersAsked ? Optional.empty() : hunt.due(reading.lackingNumbers());
    }

    private static boolean isDue(Optional<Instant> when, Instant now) {
        return when.filter(at -> !at.isAfter(now)).isPresent();
    }

    private static LineLostException noCalls(XelionAnswer answer) {
        return new LineLostException(Reason.of(XelionReason.NO_CALLS, answer.codes()));
    }

    private static LineLostException anew() {
        return new LineLostException(Reason.of(XelionReason.ANEW), Duration.ZERO);
    }
}
