package io.deskbell.ui;

import io.deskbell.outbox.Counts;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** The window with the calls as a whole: its parts put together, and looked after while it is open. */
final class MainStage {
    private static final String SUFFIX = ".csv";
    /** Long enough to find it, and to read it: twelve letters a second. */
    private static final long READ_SECONDS = 6;
    private static final int LETTERS_A_SECOND = 12;

    private final Desk desk;
    private final Words words;
    private final Moments moments;
    private final LiveCalls live;
    private final Health health;
    private final Draining draining = new Draining();
    private final CallWords callWords;
    private final Clock clock;
    private final Executor disk;
    private final Executor screen;
    private final CallListModel model;
    private final MainWindow window;
    private final Stage stage = new Stage();
    private Instant noticeUntil = Instant.MAX;
    private Instant today;

    /** @param disk where waiting for the disk is allowed; @param screen JavaFX's thread, on which this is built too */
    MainStage(Desk desk, Telling telling, Theme theme, Executor disk, Executor screen, Runnable onSettings,
              DialModel dialling) {
        this.desk = desk;
        this.words = telling.words();
        this.live = telling.live();
        this.callWords = telling.calls();
        this.moments = telling.moments();
        this.clock = telling.clock();
        this.today = moments.startOfDay(0);
        this.disk = disk;
        this.screen = screen;
        health = new Health(words, moments);
        model = new CallListModel(desk.log(), callWords, moments, disk, screen);
        CallActions actions = new CallActions(desk, dialling.dials(), words, disk, screen, this::say, this::changed);
        LiveView view = new LiveView(words, desk);
        SearchToDial typed = new SearchToDial(desk, dialling, model, this::say);
        window = new MainWindow(model, actions, words, view, typed, this::export, onSettings, desk);

        Framed.put(stage, Fxml.load(window, words), words.of("app.name"), theme);
        stage.setMinWidth(380);
        stage.setMinHeight(420);
        stage.setOnHidden(hidden -> window.rest());
        window.rest();
    }

    void show() {
        tick();
        model.refresh();
        stage.setIconified(false);
        stage.show();
        Framed.bringIn(stage);
        stage.toFront();
    }

    /** There is no tray: the window is all there is of us, so closing makes it small instead. */
    void stayReachable(String notice) {
        stage.setOnCloseRequest(closing -> {
            closing.consume();
            stage.setIconified(true);
        });
        window.offerToQuit();
        if (!notice.isEmpty()) say(notice);
    }

    /** In the task bar only, from the first moment: a window that comes and goes takes the keyboard away. */
    void showSmall() {
        tick();
        model.refresh();
        stage.setIconified(true);
        stage.show();
    }

    void show(String callId) {
        show();
        model.show(callId);
    }

    void hide() {
        stage.hide();
    }

    Stage stage() {
        return stage;
    }

    CallListModel model() {
        return model;
    }

    /** Something happened to a call; costs nothing while nobody looks. */
    void changed() {
        if (!stage.isShowing()) return;
        tick();
        model.refresh();
    }

    /** Timers and lamps are of now again. */
    void tick() {
        Counts counts = desk.counts();
        List<Health.Lamp> lamps = new ArrayList<>(health.all(desk.phones(), desk.courier(), counts,
                draining.at(counts.waiting())));
        desk.pause().map(health::paused).ifPresent(lamps::add);
        forget();
        turnTheDay();
        window.show(live.lines(callWords, clock.instant()), lamps);
    }

    /** For as long as it takes to read. */
    void say(String text) {
        noticeUntil = clock.instant().plusSeconds(READ_SECONDS + text.length() / LETTERS_A_SECOND);
        window.say(text);
    }

    /** In a window that stays open over night, yesterday's calls are yesterday's. */
    private void turnTheDay() {
        if (moments.startOfDay(0).equals(today)) return;
        today = moments.startOfDay(0);
        model.refresh();
    }

    /** What is wrong with the list stays said. */
    private void forget() {
        if (clock.instant().isBefore(noticeUntil)) return;
        noticeUntil = Instant.MAX;
        window.say(model.trouble().get());
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.of("csv.title"));
        chooser.setInitialFileName(words.of("csv.file"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        Optional.ofNullable(chooser.showSaveDialog(stage)).map(MainStage::named)
                .ifPresent(this::exportTo);
    }

    /** Not every desktop adds the suffix; what it would hit then nobody was asked about. */
    static File named(File chosen) {
        String name = chosen.getName();
        if (name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)) return chosen;
        File free = new File(chosen.getParentFile(), name + SUFFIX);
        for (int i = 2; free.exists(); i++) free = new File(chosen.getParentFile(), name + "-" + i + SUFFIX);
        return free;
    }

    /** Writes what the list shows now. */
    void exportTo(File file) {
        CsvExport export = new CsvExport(desk.log(), callWords, words, moments);
        var search = model.search();
        window.progressed(0);
        disk.execute(() -> {
            String said = tryExport(export, search, file);
            screen.execute(() -> {
                window.progressed(-1);
                say(said);
            });
        });
    }

    private String tryExport(CsvExport export, io.deskbell.outbox.CallSearch search, File file) {
        try {
            int written = export.write(search, file.toPath(),
                    done -> screen.execute(() -> window.progressed(done)));
            return words.of("notice.saved", written);
        } catch (IOException failed) {
            return words.of("notice.unsaved", OneLine.of(String.valueOf(failed.getMessage())));
        }
    }
}
