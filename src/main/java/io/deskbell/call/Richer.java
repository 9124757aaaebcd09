package io.deskbell.call;

/** Which of two words about one call says more. */
final class Richer {
    private Richer() {
    }

    /**
     * A number says more than an extension, that more than "withheld", and that more than nothing; of two alike the
     * newer counts when it is news, else the one we had, with the name if it had none.
     */
    static Party party(Party known, Party told, boolean isNews) {
        int more = worth(told) - worth(known);
        if (more != 0) return more > 0 ? told : known;
        boolean nameless = known.name().isEmpty() && told.sameNumberAs(known);
        return isNews || nameless ? told : known;
    }

    /** @param answered whether the call was answered: whoever never saw that knows little of its end */
    static CallEvent end(CallEvent one, CallEvent other, boolean answered) {
        return worth(other, answered) > worth(one, answered) ? other : one;
    }

    private static int worth(Party party) {
        return switch (party) {
            case Party.Outside outside -> 3;
            case Party.Colleague colleague -> 2;
            case Party.Withheld withheld -> 1;
            case Party.Unknown unknown -> 0;
        };
    }

    private static int worth(CallEvent end, boolean answered) {
        Call call = end.call();
        if (call.transfer().isPresent()) return 5;
        if (answered && !call.wasAnswered()) return 0;
        return switch (call.endReason().orElse(EndReason.UNKNOWN)) {
            case UNKNOWN -> 1;
            case NORMAL, NO_ANSWER -> 2;
            case BUSY, REJECTED, ANSWERED_ELSEWHERE, FAILED, TRANSFERRED -> 3;
        };
    }
}
