package io.deskbell.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One look after another at every part, and the bundle made of it. On the screen's thread only. */
final class DiagnosisModel {
    private final CheckUp checkUp;
    private final Words words;
    private final ExecutorService background;
    private final Executor screen;
    private final ObservableList<CheckUp.Line> lines = FXCollections.observableArrayList();
    private final ObservableList<CheckUp.Line> shownLines = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<CheckUp.Bundle>> bundle =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Future<?>> underWay = Optional.empty();
    private int look;

    /** @param background one thread, on which waiting is allowed */
    DiagnosisModel(CheckUp checkUp, Words words, ExecutorService background, Executor screen) {
        this.checkUp = checkUp;
        this.words = words;
        this.background = background;
        this.screen = screen;
    }

    ObservableList<CheckUp.Line> lines() {
        return shownLines; // The same one each time: it hears of changes only as long as somebody holds it.
    }

    /** From 0 to 1, and 1 when nothing is under way. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyStringProperty verdict() {
        return verdict.getReadOnlyProperty();
    }

    /** What became of the last thing asked for; empty when there is nothing to say. */
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** Present while somebody looks at what would be written. */
    ReadOnlyObjectProperty<Optional<CheckUp.Bundle>> bundle() {
        return bundle.getReadOnlyProperty();
    }

    void begin() {
        end();
        int mine = look;
        lines.clear();
        notice.set("");
        bundle.set(Optional.empty());
        progress.set(0);
        verdict.set(words.of("diagnosis.running"));
        underWay = later(() -> examine(mine));
    }

    /** What was under way is left where it is. */
    void end() {
        look++;
        underWay.ifPresent(doing -> doing.cancel(true));
        underWay = Optional.empty();
        progress.set(1);
    }

    /** What is shown, as a mail would have it. */
    String text() {
        return lines.stream().map(line -> words.of("level." + name(line)) + "  " + part(line) + ": " + line.words())
                .collect(Collectors.joining("\n", "", "\n")) + verdict.get() + "\n";
    }

    String part(CheckUp.Line line) {
        return Stream.of("part.", "option.phone.source.").map(kind -> kind + line.part())
                .filter(words.bundle()::containsKey).findFirst().map(words::of).orElse(line.part());
    }

    void copied() {
        notice.set(words.of("diagnosis.copied"));
    }

    void prepareBundle() {
        notice.set(words.of("bundle.preparing"));
        later(() -> {
            try {
                CheckUp.Bundle made = checkUp.bundle();
                screen.execute(() -> {
                    notice.set("");
                    bundle.set(Optional.of(made));
                });
            } catch (IOException failed) {
                screen.execute(() -> notice.set(words.of("bundle.unsaved", OneLine.of(failed.getMessage()))));
            }
        });
    }

    void leaveBundle() {
        bundle.set(Optional.empty());
    }

    /** A line a file: name, size, what was struck out. */
    List<String> contents() {
        return bundle.get().map(CheckUp.Bundle::contents).orElse(List.of()).stream().map(this::content).toList();
    }

    void save(Path file) {
        bundle.get().ifPresent(made -> later(() -> {
            String said = saved(made, file);
            screen.execute(() -> {
                notice.set(said);
                bundle.set(Optional.empty());
            });
        }));
    }

    private String saved(CheckUp.Bundle made, Path file) {
        try {
            made.write(file);
            return words.of("bundle.saved", file);
        } catch (IOException failed) {
            return words.of("bundle.unsaved", OneLine.of(failed.getMessage()));
        }
    }

    private void examine(int mine) {
        try {
            checkUp.examine(new CheckUp.Listener() {
                @Override
                public void found(CheckUp.Line line) {
                    onScreen(mine, () -> lines.add(line));
                }

                @Override
                public void progressed(int done, int all) {
                    onScreen(mine, () -> progress.set((double) done / all));
                }
            });
            onScreen(mine, this::finished);
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
        }
    }

    private void finished() {
        underWay = Optional.empty();
        progress.set(1);
        long broken = lines.stream().filter(line -> line.level() == CheckUp.Level.BROKEN).count();
        verdict.set(words.of("diagnosis.verdict", broken));
    }

    private void onScreen(int mine, Runnable work) {
        screen.execute(() -> {
            if (mine == look) work.run();
        });
    }

    private Optional<Future<?>> later(Runnable work) {
        try {
            return Optional.of(background.submit(work));
        } catch (RejectedExecutionException closed) {
            return Optional.empty(); // The program ends; nobody looks any more.
        }
    }

    private String content(CheckUp.Content of) {
        String size = words.of("bundle.file", of.name(), Math.max(1, of.bytes() / 1024));
        return of.numbers() + of.secrets() == 0 ? size
                : size + " · " + words.of("bundle.masked", of.numbers(), of.secrets());
    }

    private static String name(CheckUp.Line line) {
        return line.level().name().toLowerCase(Locale.ROOT);
    }
}
