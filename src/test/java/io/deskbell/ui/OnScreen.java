package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Runs things on JavaFX's thread, and keeps pictures of what is shown in target/screenshots. */
final class OnScreen {
    static final Fx FX = new Fx();
    private static final Path PICTURES = Path.of("target", "screenshots");

    private OnScreen() {
    }

    static <T> T get(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        FX.execute(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | AssertionError failed) {
                done.completeExceptionally(failed);
            }
        });
        try {
            return done.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    static void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }

    /** Draws it, having looked that no button's words are cut off. On JavaFX's thread. */
    static void picture(Parent root, String name, double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        root.applyCss();
        root.layout();
        assertEquals(List.of(), cutOff(root), name);
        WritableImage shot = root.snapshot(parameters, null);
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) image.setRGB(x, y, shot.getPixelReader().getArgb(x, y));
        }
        try {
            Files.createDirectories(PICTURES);
            ImageIO.write(image, "png", PICTURES.resolve(name + ".png").toFile());
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private static List<String> cutOff(Parent root) {
        return root.lookupAll("*").stream().filter(ButtonBase.class::isInstance).map(ButtonBase.class::cast)
                .filter(button -> button.isVisible() && button.getWidth() > 0)
                .filter(button -> button.getWidth() + 0.5 < button.prefWidth(-1)).map(ButtonBase::getText).toList();
    }
}
