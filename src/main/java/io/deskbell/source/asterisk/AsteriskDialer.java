package io.deskbell.source.asterisk;

import io.deskbell.call.Reason;
import io.deskbell.source.Dialer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Has Asterisk ring the agent's phone and, once it is picked up, call the number (action Originate). Where a phone may
 * go by several names, the next is tried when Asterisk cannot reach the first.
 */
final class AsteriskDialer implements Dialer {
    private static final int RING_SECONDS = 30;
    /** OriginateResponse's Reason is a control frame of Asterisk's frame.h; 0 and the rest: it never rang. */
    private static final String HUNG_UP = "1";
    private static final String RANG = "3";
    private static final String BUSY = "5";

    private final AmiActions actions;
    private final List<String> devices;
    private final String extension;
    private final String context;

    AsteriskDialer(AmiActions actions, List<String> devices, String extension, String context) {
        this.actions = actions;
        this.devices = devices;
        this.extension = extension;
        this.context = context;
    }

    @Override
    public Outcome dial(String digits, Runnable pickUp) throws InterruptedException {
        if (!actions.isConnected()) return new Refused(Reason.of(AsteriskReason.NOT_CONNECTED));
        boolean[] told = {false};
        Runnable once = () -> {
            if (!told[0]) pickUp.run();
            told[0] = true;
        };
        for (String device : devices) {
            Optional<Outcome> outcome = dial(device, digits, once);
            if (outcome.isPresent()) return outcome.get();
        }
        return new Refused(Reason.of(AsteriskReason.NOT_REACHED, extension));
    }

    /** Empty when there is no such phone, or none that rings. */
    private Optional<Outcome> dial(String device, String digits, Runnable pickUp) throws InterruptedException {
        Map<String, String> action = new LinkedHashMap<>();
        action.put("Action", "Originate");
        action.put("Channel", device);
        action.put("Context", context);
        action.put("Exten", digits);
        action.put("Priority", "1");
        action.put("CallerID", extension);
        action.put("Timeout", String.valueOf(TimeUnit.SECONDS.toMillis(RING_SECONDS)));
        action.put("Async", "true");
        try {
            AmiActions.Asked asked = actions.ask(action);
            try {
                return outcome(asked, pickUp);
            } finally {
                actions.forget(asked);
            }
        } catch (IOException lost) {
            return Optional.of(new Refused(Reason.of(AsteriskReason.LOST)));
        }
    }

    private Optional<Outcome> outcome(AmiActions.Asked asked, Runnable pickUp) throws InterruptedException {
        AmiMessage taken = asked.answers().poll(RING_SECONDS / 3, TimeUnit.SECONDS);
        if (taken == null) return Optional.of(new Refused(Reason.of(AsteriskReason.NO_ANSWER, "Asterisk")));
        if (!taken.isAnswer()) return Optional.of(new Refused(Reason.of(AsteriskReason.LOST)));
        if (!taken.isSuccess()) return refused(taken.get("Message"));
        pickUp.run();
        AmiMessage done = asked.answers().poll(RING_SECONDS + RING_SECONDS / 3, TimeUnit.SECONDS);
        if (done == null) return Optional.of(new NotPickedUp());
        if (!done.event().equals("OriginateResponse")) {
            return Optional.of(new Refused(Reason.of(AsteriskReason.LOST)));
        }
        if (done.isSuccess()) return Optional.of(new Calling());
        return switch (done.get("Reason")) {
            case HUNG_UP, RANG -> Optional.of(new NotPickedUp());
            case BUSY -> Optional.of(new Busy());
            default -> Optional.empty();
        };
    }

    private static Optional<Outcome> refused(String words) {
        return Optional.of(new Refused(words.equals("Permission denied") ? Reason.of(AsteriskReason.MAY_NOT_DIAL)
                : Reason.of(AsteriskReason.NOT_DIALLED, words)));
    }
}
