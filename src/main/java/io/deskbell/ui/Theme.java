package io.deskbell.ui;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/** Light or dark, as the system is, where JavaFX tells (from 22 on); light elsewhere. On JavaFX's thread only. */
final class Theme {
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);

    /** A few colours that the base stylesheet refers to by name. */
    enum Palette {
        LIGHT,
        DARK;

        String stylesheet() {
            return resource(name().toLowerCase(Locale.ROOT) + ".css");
        }
    }

    Theme(Palette fixed) {
        palette.set(fixed);
    }

    static Theme ofSystem() {
        Theme theme = new Theme(Palette.LIGHT);
        colorScheme().ifPresent(scheme -> {
            theme.palette.set(paletteOf(scheme.getValue()));
            scheme.addListener((of, was, is) -> theme.palette.set(paletteOf(is)));
        });
        return theme;
    }

    /** Gives the stylesheets to a scene or to a part of one, and others when the system changes. */
    void dress(ObservableList<String> stylesheets) {
        Runnable put = () -> stylesheets.setAll(resource("deskbell.css"), palette.get().stylesheet());
        put.run();
        palette.addListener((Observable changed) -> put.run());
    }

    private static Palette paletteOf(Object scheme) {
        return "DARK".equals(String.valueOf(scheme)) ? Palette.DARK : Palette.LIGHT;
    }

    /** Platform.getPreferences().colorSchemeProperty(), by name: JavaFX 21 does not have it. */
    private static Optional<ObservableValue<?>> colorScheme() {
        try {
            Method preferences = Platform.class.getMethod("getPreferences");
            Method scheme = preferences.getReturnType().getMethod("colorSchemeProperty");
            return Optional.of((ObservableValue<?>) scheme.invoke(preferences.invoke(null)));
        } catch (ReflectiveOperationException olderJavaFx) {
            return Optional.empty();
        }
    }

    private static String resource(String name) {
        return Theme.class.getResource(name).toExternalForm();
    }
}
