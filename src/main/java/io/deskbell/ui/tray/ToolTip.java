package io.deskbell.ui.tray;

import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** The tooltip on D-Bus, {@code (sa(iiay)ss)}. The text may hold markup, so our words go into the title. */
public final class ToolTip extends Struct {
    @Position(0)
    private final String iconName;
    @Position(1)
    private final List<IconPixmap> icon;
    @Position(2)
    private final String title;
    @Position(3)
    private final String text;

    public ToolTip(String iconName, List<IconPixmap> icon, String title, String text) {
        this.iconName = iconName;
        this.icon = icon;
        this.title = title;
        this.text = text;
    }

    static ToolTip of(String words) {
        return new ToolTip("", List.of(), words, "");
    }
}
