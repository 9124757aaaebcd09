package io.deskbell.source.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mondago's Go Integrator, as far as its custom events go: each rule that is made for a call's state, direction and
 * scope starts a program, whose parameters have the call's values in them. Its rules are those that {@code deskbell
 * phones gointegrator} prints, entered as the page says; what somebody may have entered otherwise can be set. Whether a
 * missed call is told to be completed, too, is in no page, so both can be had. Nobody waits for the programs. Source:
 * <a href="https://gointegrator.com/help?version=4.2&lang=uk&item=2506">Configuration, Call Events</a>.
 */
public final class SimulatedGoIntegrator {
    private static final Pattern PRINTED = Pattern.compile("(\\w+), (in|out): \"([^\"]+)\" (.*)");
    private static final Pattern COLLEAGUE = Pattern.compile("\\d{2,5}");

    private final List<Rule> rules;
    private final Starter starter;
    private final List<Call> calls = new ArrayList<>();
    private final Set<State> withoutRule = EnumSet.noneOf(State.class);
    /** What stands in the rules in place of a value. */
    private final Map<String, String> unfilled = new HashMap<>();
    private boolean twice;
    private boolean colleagues;
    private boolean missedIsCompleted;

    /** What a rule can be made for. */
    public enum State { RINGING, CONNECTED, COMPLETED, MISSED }

    /** Starts programs, and does not wait for them. */
    @FunctionalInterface
    public interface Starter {
        /**
         * @param rule its state and direction, such as {@code Ringing, in}
         * @param command the program and its words
         */
        void start(String rule, List<String> command);
    }

    private record Rule(State state, boolean out, String program, String parameters) {
        static Rule of(String printed) {
            Matcher parts = PRINTED.matcher(printed);
            if (!parts.matches()) throw new IllegalArgumentException(printed);
            return new Rule(State.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), parts.group(2).equals("out"),
                    parts.group(3), parts.group(4));
        }

        String name() {
            return state.name().charAt(0) + state.name().substring(1).toLowerCase(Locale.ROOT)
                    + (out ? ", out" : ", in");
        }
    }

    private record Call(boolean out, String number, String name) {
    }

    /** @param printed what {@code deskbell phones gointegrator} prints */
    public SimulatedGoIntegrator(List<String> printed, Starter starter) {
        this.rules = printed.stream().filter(line -> !line.startsWith("#")).map(Rule::of).toList();
        this.starter = starter;
    }

    /** Somebody calls the agent. @return the call */
    public int rings(String number, String name) {
        return begins(new Call(false, number, name));
    }

    /** The agent calls somebody. @return the call */
    public int dials(String number, String name) {
        return begins(new Call(true, number, name));
    }

    public void connects(int call) {
        happens(call, State.CONNECTED);
    }

    public void completes(int call) {
        happens(call, State.COMPLETED);
    }

    public void misses(int call) {
        happens(call, State.MISSED);
        if (missedIsCompleted) happens(call, State.COMPLETED);
    }

    /**
     * Changes the rules, as whoever made them might have.
     *
     * @param what twice (each rule is there twice), colleagues (scope Both), both (a missed call is completed, too) or
     *        a state (has its rules): yes or no; number, name, id: filled, left (as printed) or empty
     */
    public void set(String what, String how) {
        switch (what) {
            case "twice" -> twice = isYes(how);
            case "colleagues" -> colleagues = isYes(how);
            case "both" -> missedIsCompleted = isYes(how);
            case "number", "name", "id" -> fill(what, how);
            default -> {
                State state = State.valueOf(what.toUpperCase(Locale.ROOT));
                if (isYes(how)) withoutRule.remove(state);
                else withoutRule.add(state);
            }
        }
    }

    private static boolean isYes(String how) {
        if (!how.matches("yes|no")) throw new IllegalArgumentException(how);
        return how.equals("yes");
    }

    private void fill(String value, String how) {
        switch (how) {
            case "filled" -> unfilled.remove(value);
            case "left" -> unfilled.put(value, placeholder(value));
            case "empty" -> unfilled.put(value, "");
            default -> throw new IllegalArgumentException(how);
        }
    }

    private int begins(Call call) {
        calls.add(call);
        happens(calls.size(), State.RINGING);
        return calls.size();
    }

    private void happens(int number, State state) {
        if (number < 1 || number > calls.size()) throw new NoSuchElementException("no call " + number);
        Call call = calls.get(number - 1);
        if (COLLEAGUE.matcher(call.number()).matches() && !colleagues) return;
        for (Rule rule : rules) {
            if (rule.state() != state || rule.out() != call.out() || withoutRule.contains(state)) continue;
            for (int copy = 0; copy < (twice ? 2 : 1); copy++) starter.start(rule.name(), command(rule, call, number));
        }
    }

    private List<String> command(Rule rule, Call call, int id) {
        String line = rule.parameters();
        for (Map.Entry<String, String> value : Map.of("number", call.number(), "name", call.name(), "id",
                String.valueOf(id)).entrySet()) {
            line = line.replace(placeholder(value.getKey()), unfilled.getOrDefault(value.getKey(), value.getValue()));
        }
        List<String> command = new ArrayList<>(List.of(rule.program()));
        command.addAll(words(line));
        return command;
    }

    private static String placeholder(String value) {
        return "{" + value.toUpperCase(Locale.ROOT) + "}";
    }

    /** Split as Windows does it, after the values are in: a quotation mark in a name opens or closes, too. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (char c : line.toCharArray()) {
            if (c == ' ' && !quoted) {
                if (begun) words.add(word.toString());
                word.setLength(0);
                begun = false;
                continue;
            }
            begun = true;
            if (c == '"') quoted = !quoted;
            else word.append(c);
        }
        if (begun) words.add(word.toString());
        return words;
    }
}
