import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The program's icon as files: a PNG for each size, an ICO for Windows and an ICNS for macOS.
 *
 * <p>Drawn by the program's own tray code, so that the icon in the menu is the one in the tray.
 */
final class Icons {
    private static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512);

    private final Path jar;
    private final Path folder;

    Icons(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    void draw() throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        try (URLClassLoader program = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Drawing drawing = new Drawing(program);
            for (int size : SIZES) {
                Files.write(folder.resolve(size + ".png"), IconFiles.png(size, drawing.pixels(size)));
            }
            Files.write(folder.resolve("deskbell.ico"), IconFiles.ico(drawing::pixels));
            Files.write(folder.resolve("deskbell.icns"), IconFiles.icns(drawing::pixels));
        }
    }

    /** The tray's drawing, which is no business of other packages: hence the detour. */
    private static final class Drawing {
        private final Method draw;
        private final Method argb;
        private final Object watching;

        Drawing(ClassLoader program) {
            try {
                Class<?> state = program.loadClass("io.deskbell.ui.tray.TrayState");
                watching = state.getField("WATCHING").get(null);
                draw = program.loadClass("io.deskbell.ui.tray.TrayIcons").getDeclaredMethod("draw", state, int.class);
                argb = draw.getReturnType().getDeclaredMethod("argb");
                draw.setAccessible(true);
                argb.setAccessible(true);
            } catch (ReflectiveOperationException moved) {
                throw new IllegalStateException("the tray's icons are drawn elsewhere now", moved);
            }
        }

        int[] pixels(int size) {
            try {
                return (int[]) argb.invoke(draw.invoke(null, watching, size));
            } catch (IllegalAccessException | InvocationTargetException failed) {
                throw new IllegalStateException("the icon cannot be drawn at " + size, failed);
            }
        }
    }
}
