package io.deskbell.lookup;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Reason;
import io.deskbell.config.LookupSettings;
import java.util.List;
import java.util.Optional;

/** Tries out a list or an address as the program would use it, for those who look for what is wrong. */
public final class LookupTrial {
    /** Kept free for films by the British regulator (Ofcom): it is nobody's. */
    private static final PhoneNumber NOBODYS = new PhoneNumber("+447700900000");

    private LookupTrial() {
    }

    /**
     * A list as it was understood.
     *
     * @param numbers that find a customer, or several
     * @param lines with a customer in them, understood or not
     * @param refused how many of them tell nothing
     * @param why the first of those, by line
     * @param shared numbers that stand in the list of several customers
     */
    public record Understood(int numbers, int lines, int refused, List<Reason> why, int shared) {
        public Understood {
            why = List.copyOf(why);
        }
    }

    /** @throws UnusableListException when nothing of it can be used */
    public static Understood read(LookupSettings.Csv settings, NumberPlan plan) throws UnusableListException {
        CustomerList list = ListReader.read(settings, plan);
        return new Understood(list.table().size(), list.lines(), list.refused(), list.why(), list.shared());
    }

    /**
     * Asks who has a number that nobody has; blocks for as long as a question may take.
     *
     * @return what is wrong; empty when it answered as it should
     */
    public static Optional<Reason> ask(LookupSettings.Web settings, Extension agent) {
        try (WebQuestion question = new WebQuestion(settings)) {
            Answer answer = question.ask(question.addressFor(new Caller(NOBODYS, agent, Optional.empty())));
            return answer instanceof Answer.Fault fault ? Optional.of(fault.reason()) : Optional.empty();
        }
    }
}
