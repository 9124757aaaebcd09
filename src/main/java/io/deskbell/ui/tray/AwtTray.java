package io.deskbell.ui.tray;

import io.deskbell.ui.tray.MenuItem.Checked;
import io.deskbell.ui.tray.MenuItem.Entry;
import io.deskbell.ui.tray.MenuItem.Separator;
import io.deskbell.ui.tray.MenuItem.Submenu;
import io.deskbell.ui.tray.MenuItem.Words;
import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.CheckboxMenuItem;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.Menu;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.beans.PropertyChangeListener;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The icon by {@link SystemTray}: Windows, macOS, and Linux panels of the old kind (XEmbed, where the icon stands in a
 * square, because that protocol knows no transparency). All of it on AWT's own thread.
 */
final class AwtTray implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(AwtTray.class);
    private static final List<Integer> SIZES = List.of(16, 20, 22, 24, 32, 40, 48, 64);

    private final Consumer<TrayAction> onAction;
    private final SystemTray tray = SystemTray.getSystemTray(); // Not to be had again while the panel is gone.
    private final TrayIcon icon;
    private final PropertyChangeListener onPanel = change -> EventQueue.invokeLater(this::addAgain);
    private TrayView shown;

    private AwtTray(TrayView first, Consumer<TrayAction> onAction) {
        this.onAction = onAction;
        this.icon = new TrayIcon(image(first.state()), first.words(), menu(first.menu()));
        this.shown = first;
        icon.setImageAutoSize(true);
        icon.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent click) {
                if (click.getButton() == MouseEvent.BUTTON1) onAction.accept(new TrayAction.Open());
            }
        });
    }

    /** @throws IOException when AWT has no tray here */
    static AwtTray open(TrayView first, Consumer<TrayAction> onAction) throws IOException {
        try {
            boolean there = !GraphicsEnvironment.isHeadless() && SystemTray.isSupported();
            if (!there) throw new IOException("there is no tray");
            AwtTray tray = new AwtTray(first, onAction);
            tray.tray.add(tray.icon);
            tray.tray.addPropertyChangeListener("systemTray", tray.onPanel);
            return tray;
        } catch (AWTException | AWTError unwilling) {
            throw new IOException("the tray takes no icon: " + unwilling.getMessage(), unwilling);
        }
    }

    @Override
    public void show(TrayView view) {
        EventQueue.invokeLater(() -> {
            if (view.state() != shown.state()) icon.setImage(image(view.state()));
            if (!view.words().equals(shown.words())) icon.setToolTip(view.words());
            if (!view.menu().equals(shown.menu())) icon.setPopupMenu(menu(view.menu()));
            shown = view;
        });
    }

    @Override
    public void close() {
        tray.removePropertyChangeListener("systemTray", onPanel);
        EventQueue.invokeLater(() -> tray.remove(icon));
    }

    /** With a panel that ends AWT forgets the icon, and does not bring it to the next. */
    private void addAgain() {
        try {
            if (SystemTray.isSupported() && !List.of(tray.getTrayIcons()).contains(icon)) tray.add(icon);
        } catch (AWTException gone) {
            LOG.debug("the panel is gone already"); // The next one is told of again.
        }
    }

    /** AWT takes the one that fits the tray at the screen's scale. */
    private Image image(TrayState state) {
        int smallest = tray.getTrayIconSize().width;
        return new BaseMultiResolutionImage(Stream.concat(Stream.of(smallest), SIZES.stream()).distinct().sorted()
                .filter(size -> size >= smallest).map(size -> drawn(state, size)).toArray(Image[]::new));
    }

    private static BufferedImage drawn(TrayState state, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, size, size, TrayIcons.draw(state, size).argb(), 0, size);
        return image;
    }

    private PopupMenu menu(List<MenuItem> items) {
        PopupMenu menu = new PopupMenu();
        fill(menu, items);
        return menu;
    }

    private void fill(Menu menu, List<MenuItem> items) {
        for (MenuItem item : items) {
            switch (item) {
                case Words words -> {
                    java.awt.MenuItem line = new java.awt.MenuItem(words.text());
                    line.setEnabled(false);
                    menu.add(line);
                }
                case Entry entry -> {
                    java.awt.MenuItem line = new java.awt.MenuItem(entry.text());
                    line.addActionListener(chosen -> onAction.accept(entry.action()));
                    menu.add(line);
                }
                case Checked checked -> {
                    CheckboxMenuItem line = new CheckboxMenuItem(checked.text(), checked.checked());
                    line.addItemListener(chosen -> onAction.accept(checked.action()));
                    menu.add(line);
                }
                case Submenu submenu -> {
                    Menu below = new Menu(submenu.text());
                    fill(below, submenu.items());
                    menu.add(below);
                }
                case Separator separator -> menu.addSeparator();
            }
        }
    }
}
