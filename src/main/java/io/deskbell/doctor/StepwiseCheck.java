package io.deskbell.doctor;

import io.deskbell.source.PhoneSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Watches a phone for a moment, and names each step on the way before what came of it, so that the one that fails
 * stands out. For sources that tell of their steps; looks once.
 */
final class StepwiseCheck implements Check {
    private final List<Finding> steps = Collections.synchronizedList(new ArrayList<>()); // By the source's threads.
    private final PhoneCheck phone;

    /** @param source made with an ear for its steps */
    StepwiseCheck(Function<Consumer<Finding>, PhoneSource> source, Duration patience) {
        phone = new PhoneCheck(source.apply(steps::add), patience);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> outcome = phone.look();
        List<Finding> all = new ArrayList<>(List.copyOf(steps));
        all.addAll(outcome);
        return all;
    }
}
