package io.deskbell.ui;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.CallListener;
import io.deskbell.call.Dialable;
import io.deskbell.config.UiSettings;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * The windows of the program, behind one door. Any thread may call; nothing waits and nothing is thrown. Nothing of
 * JavaFX is loaded before something has to be shown.
 */
public final class DeskUi implements CallListener, AutoCloseable {
    private final Desk desk;
    private final Runnable chime;
    private final Runnable onSettings;
    private final Fx fx = new Fx();
    private final ExecutorService disk =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("ui-disk").daemon().factory());
    private final ScheduledExecutorService timer = Seconds.timer();
    private final Seconds seconds = new Seconds(Seconds.of(timer, fx), this::second);
    private volatile Telling telling;
    private volatile Habits habits;
    private MainStage main; // On JavaFX's thread, as all that is shown.
    private ToastView toast;
    private Theme theme;
    private DialModel dialling;
    private Showing showing;
    private boolean withoutTray;

    /** @param onSettings the agent wants to see the settings */
    public DeskUi(Desk desk, Habits habits, Runnable onSettings) {
        this(desk, habits, onSettings, new Chime(desk::isToBeStill));
    }

    DeskUi(Desk desk, Habits habits, Runnable onSettings, Runnable chime) {
        this.desk = desk;
        this.telling = Telling.of(habits);
        this.habits = habits;
        this.onSettings = onSettings;
        this.chime = chime;
    }

    /** Opens the window with the calls, or brings it to the front. */
    public void show() {
        fx.execute(() -> main().show());
    }

    /** The same, with this call chosen. */
    public void show(String callId) {
        fx.execute(() -> main().show(callId));
    }

    /** After the first run: an icon that came into the tray is easily missed, and some systems hide it. */
    public void greet() {
        fx.execute(() -> {
            main().show();
            main().say(telling.words().of("notice.ready"));
        });
    }

    /**
     * There is no tray, so the window is the way to the program from now on: it is never quite closed.
     *
     * @param first the agent has not been told yet, and is; else, or while not to be disturbed, the window begins in
     *     the task bar
     */
    public void showWithoutTray(boolean first) {
        fx.execute(() -> {
            withoutTray = true;
            main().stayReachable(first ? telling.words().of("notice.no_tray") : "");
            if (first && !desk.isQuiet()) main().show();
            else main().showSmall();
        });
    }

    /** Asks whether to call what a link says, or what is selected; nothing is dialled without an answer. */
    public void ask(String written) {
        fx.execute(() -> dialling().ask(written));
    }

    /** Dials what the agent has chosen, and says what comes of it. */
    public void dial(Dialable number) {
        fx.execute(() -> dialling().dial(number));
    }

    /**
     * Makes the toast ready, where it is wanted. Best called at the start: a toast that is made ready only when the
     * phone rings takes the focus for a moment, that once.
     */
    public void prepare() {
        if (settings().toast()) fx.execute(this::toast);
    }

    /** From now on in this way; what is open is told anew. */
    public void change(Habits other) {
        boolean writtenOtherwise = !other.country().equals(habits.country());
        habits = other;
        if (writtenOtherwise) telling = telling.with(other);
        if (fx.isStarted()) fx.execute(() -> changed(writtenOtherwise));
        prepare();
    }

    @Override
    public void happened(CallEvent event) {
        telling.live().happened(event);
        boolean rings = event.type() == Type.RINGING && !event.call().isOutbound();
        if (rings && settings().sound()) chime.run();
        if (settings().toast() && (rings || fx.isStarted())) fx.execute(() -> toasted(event));
        statusChanged();
    }

    /** Something that is shown is another now: a delivery, the phone's line. */
    public void statusChanged() {
        if (fx.isStarted()) fx.execute(this::changed);
    }

    boolean hasStarted() {
        return fx.isStarted();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        disk.shutdownNow();
        fx.exit();
    }

    private void changed(boolean writtenOtherwise) {
        boolean open = main != null && main.stage().isShowing();
        if (writtenOtherwise && main != null) {
            main.hide();
            main = null;
            dialling = null;
        }
        if (toast != null && (writtenOtherwise || !settings().toast())) {
            toast.close();
            toast = null;
        }
        if (open && main == null) show();
    }

    private UiSettings settings() {
        return habits.settings();
    }

    private void changed() {
        if (main != null) main.changed();
    }

    private MainStage main() {
        if (main == null) main = mainStage();
        seconds.pass();
        return main;
    }

    private boolean second() {
        boolean open = main != null && main.stage().isShowing();
        if (open) main.tick();
        boolean speaks = toast != null && toast.show();
        return open || speaks;
    }

    private void toasted(CallEvent event) {
        toast().happened(event);
        seconds.pass();
    }

    private ToastView toast() {
        if (toast != null) return toast;
        Optional<Consumer<Call>> callBack = desk.canDial() ? Optional.of(this::callBack) : Optional.empty();
        toast = new ToastView(desk, telling, theme(), quietly(), fx, call -> show(call.id()), callBack,
                this::customer);
        return toast;
    }

    private MainStage mainStage() {
        MainStage made = new MainStage(desk, telling, theme(), quietly(), fx, onSettings, dialling());
        if (withoutTray) made.stayReachable("");
        return made;
    }

    private DialModel dialling() {
        if (dialling != null) return dialling;
        dialling = DialModel.of(desk, telling, fx);
        new DialWindow(dialling, telling.words(), theme());
        return dialling;
    }

    /** From the toast, which is gone by then: the window says what went wrong. */
    private Optional<Runnable> customer(Call call) {
        if (!showing().isOfferedFor(call)) return Optional.empty();
        return Optional.of(() -> showing().show(call, () -> { }, said -> {
            main().show(call.id());
            main().say(said);
        }));
    }

    private Showing showing() {
        if (showing == null) showing = new Showing(desk, telling.words(), Dials.IN_BACKGROUND, fx);
        return showing;
    }

    private void callBack(Call missed) {
        desk.toDial(CallWords.copied(missed.party())).ifPresent(dialling()::dial);
    }

    /** The disk's thread; what comes after the end is left. */
    private Executor quietly() {
        return work -> {
            try {
                disk.execute(work);
            } catch (RejectedExecutionException closed) {
                // Nobody looks any more.
            }
        };
    }

    private Theme theme() {
        if (theme == null) theme = Theme.ofSystem();
        return theme;
    }
}
