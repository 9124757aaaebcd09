package io.deskbell.ui.tray;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** Answers a panel's questions about the icon with what was shown last. */
final class ExportedItem implements StatusNotifierItem, Properties {
    static final String PATH = "/StatusNotifierItem";

    private final Consumer<TrayAction> onAction;
    private volatile Shown shown;

    private record Shown(TrayState state, String words, Variant<?> icon) {
        static Shown of(TrayView view) {
            Variant<?> icon = new Variant<>(IconPixmap.of(view.state()), IconPixmap.LIST_SIGNATURE);
            return new Shown(view.state(), view.words(), icon);
        }

        /** Asks the panel not to hide it among the icons that are seldom needed. */
        String status() {
            boolean wrong = state == TrayState.PHONE_LOST || state == TrayState.TROUBLE;
            return wrong ? "NeedsAttention" : "Active";
        }
    }

    ExportedItem(TrayView view, Consumer<TrayAction> onAction) {
        this.shown = Shown.of(view);
        this.onAction = onAction;
    }

    void show(TrayView view) {
        Shown before = shown;
        shown = view.state() == before.state() ? new Shown(view.state(), view.words(), before.icon()) : Shown.of(view);
    }

    String status() {
        return shown.status();
    }

    @Override
    public void Activate(int x, int y) {
        onAction.accept(new TrayAction.Open());
    }

    @Override
    public void SecondaryActivate(int x, int y) {
        onAction.accept(new TrayAction.Open());
    }

    @Override
    public void ContextMenu(int x, int y) {
        // A panel that knows no menus over D-Bus asks us to show one; the window has it all.
        onAction.accept(new TrayAction.Open());
    }

    @Override
    public void Scroll(int delta, String orientation) {
        // Nothing to scroll.
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        Shown now = shown;
        Map<String, Variant<?>> all = new LinkedHashMap<>();
        if (!interfaceName.equals(StatusNotifierItem.NAME)) return all;
        all.put("Category", new Variant<>("Communications"));
        all.put("Id", new Variant<>("deskbell"));
        all.put("Title", new Variant<>("Deskbell"));
        all.put("Status", new Variant<>(now.status()));
        all.put("WindowId", new Variant<>(0));
        all.put("IconName", new Variant<>(""));
        all.put("IconPixmap", now.icon());
        all.put("AttentionIconName", new Variant<>(""));
        all.put("AttentionIconPixmap", now.icon());
        all.put("OverlayIconName", new Variant<>(""));
        all.put("OverlayIconPixmap", new Variant<>(List.of(), IconPixmap.LIST_SIGNATURE));
        all.put("AttentionMovieName", new Variant<>(""));
        all.put("IconThemePath", new Variant<>(""));
        all.put("ToolTip", new Variant<>(ToolTip.of(now.words()), "(sa(iiay)ss)"));
        all.put("ItemIsMenu", new Variant<>(false));
        all.put("Menu", new Variant<>(new DBusPath(ExportedMenu.PATH)));
        return all;
    }

    @Override
    public <A> A Get(String interfaceName, String property) {
        return ExportedProperties.one(property, GetAll(interfaceName));
    }

    @Override
    public <A> void Set(String interfaceName, String property, A value) {
        throw new PropertyReadOnly(property);
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
