package io.deskbell.ui;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Draws every screen in every language and theme, at 100 and at 200 %, into target/screenshots, and those that the
 * README and the site show into their place: {@code mvn -q test-compile exec:exec@screenshots}.
 */
final class Screenshots {
    private static final Path SHOWN = Path.of("src", "site", "resources", "images");
    private static final Map<String, String> ON_THE_SITE = Map.of("calls-en-light", "window",
            "calls-trouble-en-dark", "window-dark", "toast-en-light", "toast", "settings-en-light", "settings",
            "wizard-3-en-light", "first-run");

    private Screenshots() {
    }

    /** @param args the beginning of a screen's name to draw only some; none for all */
    public static void main(String[] args) throws IOException, SQLException {
        String only = args.length > 0 ? args[0] : "";
        Path folder = Files.createTempDirectory("screens");
        Platform.startup(() -> { });
        Platform.setImplicitExit(false);
        try (Gallery gallery = new Gallery(folder)) {
            for (Look look : Look.all()) {
                WaitForAsyncUtils.waitForAsyncFx(120_000, () -> draw(gallery, look, only));
            }
        } finally {
            Files.walkFileTree(folder, new Removal());
            Platform.exit();
        }
    }

    private static void draw(Gallery gallery, Look look, String only) {
        gallery.screens().forEach((name, opening) -> {
            if (!name.startsWith(only)) return;
            Window window = opening.apply(look);
            Parent root = window.getScene().getRoot();
            String file = name + "-" + look;
            Picture.keep(root, Picture.KEPT.resolve(file + ".png"), 1);
            Picture.keep(root, Picture.KEPT.resolve(file + "-200.png"), 2);
            if (ON_THE_SITE.containsKey(file)) Picture.keep(root, SHOWN.resolve(ON_THE_SITE.get(file) + ".png"), 2);
            window.hide();
        });
    }

    /** Of the databases and files of the screens. */
    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
