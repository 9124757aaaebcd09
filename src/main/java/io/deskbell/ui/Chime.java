package io.deskbell.ui;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two soft notes, made here so that no sound file has to be shipped; none while the agent wants to hear nothing. Asks
 * and plays on a thread of its own.
 */
final class Chime implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Chime.class);
    private static final int RATE = 22_050;
    private static final double[] NOTES = {659.26, 880}; // E5 and A5.
    private static final int NOTE_SAMPLES = RATE / 4;

    private final BooleanSupplier still;
    private final Runnable notes;
    private final Executor thread;

    /** @param still no sound now; may wait for its answer */
    Chime(BooleanSupplier still) {
        this(still, Chime::play, playing -> Thread.ofPlatform().name("chime").daemon().start(playing));
    }

    Chime(BooleanSupplier still, Runnable notes, Executor thread) {
        this.still = still;
        this.notes = notes;
        this.thread = thread;
    }

    @Override
    public void run() {
        thread.execute(() -> {
            if (!still.getAsBoolean()) notes.run();
        });
    }

    private static void play() {
        AudioFormat format = new AudioFormat(RATE, 8, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            byte[] sound = samples();
            line.write(sound, 0, sound.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException silent) {
            LOG.debug("no sound can be played here: {}", silent.getMessage());
        }
    }

    /** Each note fades, so that it neither clicks nor startles. */
    static byte[] samples() {
        byte[] sound = new byte[NOTES.length * NOTE_SAMPLES];
        for (int i = 0; i < sound.length; i++) {
            double note = NOTES[i / NOTE_SAMPLES];
            double fade = 1 - (double) (i % NOTE_SAMPLES) / NOTE_SAMPLES;
            sound[i] = (byte) (60 * fade * Math.sin(2 * Math.PI * note * i / RATE));
        }
        return sound;
    }
}
