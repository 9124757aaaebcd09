package io.deskbell.ui;

import io.deskbell.outbox.CallLog;
import io.deskbell.outbox.CallSearch;
import io.deskbell.outbox.LoggedCall;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;

/** The list of calls: what is asked for, and what of it is there. Reads the disk elsewhere; used on one thread. */
final class CallListModel {
    /** How far back the list goes. */
    enum Period { TWO_DAYS, MONTH, ALL }

    private final CallLog log;
    private final CallWords words;
    private final Moments moments;
    private final Executor disk;
    private final Executor screen;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<CallSearch.Kind> kind = new SimpleObjectProperty<>(CallSearch.Kind.ALL);
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.TWO_DAYS);
    private final ReadOnlyObjectWrapper<PagedRows> rows;
    private final ReadOnlyObjectWrapper<Optional<CallRow>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private int chosenAt = -1;
    private Optional<String> chosenId = Optional.empty(); // Known also while the row is being read.
    private boolean sought;
    private int asked;
    private int answered;

    /** @param disk where reading may take its time; @param screen the thread this model is used on */
    CallListModel(CallLog log, CallWords words, Moments moments, Executor disk, Executor screen) {
        this.log = log;
        this.words = words;
        this.moments = moments;
        this.disk = disk;
        this.screen = screen;
        this.rows = new ReadOnlyObjectWrapper<>(new PagedRows(new long[0], this::load));
        text.addListener((of, was, is) -> refresh());
        kind.addListener((of, was, is) -> refresh());
        period.addListener((of, was, is) -> refresh());
    }

    StringProperty text() {
        return text;
    }

    ObjectProperty<CallSearch.Kind> kind() {
        return kind;
    }

    ObjectProperty<Period> period() {
        return period;
    }

    ReadOnlyObjectProperty<PagedRows> rows() {
        return rows.getReadOnlyProperty();
    }

    /** Why the list cannot be read; empty while it can. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    CallSearch search() {
        return new CallSearch(text.get(), kind.get(), from());
    }

    /** Whether what is typed now was looked for, and nothing found. */
    boolean foundNone() {
        return answered == asked && rows.get().isEmpty();
    }

    /** The call the agent has chosen, as it is now; empty when none is, or while it is being read. */
    ReadOnlyObjectProperty<Optional<CallRow>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    int chosenAt() {
        return chosenAt;
    }

    /** @param index of the row, -1 for none */
    void choose(int index) {
        chosenAt = index < rows.get().size() ? index : -1;
        chosen.set(chosenAt < 0 ? Optional.empty() : rows.get().get(chosenAt));
        if (chosenAt < 0 || chosen.get().isPresent()) chosenId = chosen.get().map(row -> row.call().id());
    }

    /** Asks anew; of several questions under way only the last is answered. The chosen call stays chosen. */
    void refresh() {
        ask(chosenId);
    }

    /** Shows all there is, with this call chosen. */
    void show(String callId) {
        text.set("");
        kind.set(CallSearch.Kind.ALL);
        period.set(Period.ALL);
        sought = true;
        chosenId = Optional.of(callId);
        ask(chosenId);
    }

    /** Whether the chosen call was looked for since this was last asked: it has to be in sight then. */
    boolean wasSought() {
        boolean was = sought;
        sought = false;
        return was;
    }

    private void ask(Optional<String> kept) {
        int question = ++asked;
        CallSearch search = search();
        disk.execute(() -> {
            try {
                long[] places = log.places(search);
                OptionalLong place = kept.isPresent() ? log.placeOf(kept.get()) : OptionalLong.empty();
                screen.execute(() -> show(question, places, place));
            } catch (IOException unreadable) {
                screen.execute(() -> trouble.set(OneLine.of(unreadable.getMessage())));
            }
        });
    }

    private void show(int question, long[] places, OptionalLong kept) {
        if (question != asked) return;
        trouble.set("");
        answered = question;
        PagedRows fresh = new PagedRows(places, this::load);
        fresh.addListener((ListChangeListener<Optional<CallRow>>) arrived -> choose(chosenAt));
        chosenAt = kept.isPresent() ? fresh.indexOfPlace(kept.getAsLong()) : -1;
        rows.set(fresh);
        if (!isReadAgain()) choose(chosenAt);
    }

    /** What is shown of the chosen call stays until it is there anew: buttons do not flicker, nor lose the focus. */
    private boolean isReadAgain() {
        boolean same = chosen.get().map(row -> row.call().id()).equals(chosenId);
        return chosenAt >= 0 && chosen.get().isPresent() && same && rows.get().get(chosenAt).isEmpty();
    }

    private void load(List<Long> places, PagedRows into) {
        disk.execute(() -> {
            try {
                Map<Long, LoggedCall> calls = log.at(places);
                List<Optional<CallRow>> read = places.stream()
                        .map(place -> Optional.ofNullable(calls.get(place)).map(words::row)).toList();
                screen.execute(() -> into.arrived(places, read));
            } catch (IOException unreadable) {
                screen.execute(() -> trouble.set(OneLine.of(unreadable.getMessage())));
            }
        });
    }

    private Instant from() {
        return switch (period.get()) {
            case TWO_DAYS -> moments.startOfDay(1);
            case MONTH -> moments.startOfDay(31);
            case ALL -> Instant.EPOCH;
        };
    }
}
