package io.deskbell.ui;

import io.deskbell.call.Party;
import io.deskbell.config.Config;
import io.deskbell.source.SourceStatus;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** "Call yourself and see it ring here": one trial at a time, in words. On the screen's thread only. */
final class TrialModel {
    private final Optional<PhoneTrial> phone;
    private final Words words;
    private final Executor screen;
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
    private Runnable stop = () -> { };
    private boolean rang;
    private int trial;

    TrialModel(Optional<PhoneTrial> phone, Words words, Executor screen) {
        this.phone = phone;
        this.words = words;
        this.screen = screen;
    }

    boolean isPossible() {
        return phone.isPresent();
    }

    ReadOnlyStringProperty says() {
        return says.getReadOnlyProperty();
    }

    void begin(Config config) {
        end();
        int mine = trial;
        says.set(words.of("trial.connecting"));
        phone.ifPresent(trying -> stop = trying.begin(config,
                (where, status) -> screen.execute(() -> heard(mine, config.agent().extension(), where, status)),
                party -> screen.execute(() -> rings(mine, party))));
    }

    /** Nothing more is said of the trial that was going on. */
    void end() {
        trial++;
        stop.run();
        stop = () -> { };
        rang = false;
        says.set("");
    }

    private void heard(int which, String extension, String where, SourceStatus status) {
        if (which != trial || rang) return; // It has rung: that is all there was to know.
        says.set(switch (status) {
            case SourceStatus.Connecting ignored -> words.of("trial.connecting");
            case SourceStatus.Watching ignored -> words.of("trial.watching", extension, where);
            case SourceStatus.Lost lost -> words.of("trial.lost", words.why(lost.reason()));
        });
    }

    private void rings(int which, Party party) {
        if (which != trial) return;
        rang = true;
        String who = Stream.of(CallWords.copied(party), OneLine.of(party.name())).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        says.set(words.of("trial.rings", who.isEmpty() ? words.of("party.unknown") : who));
    }
}
