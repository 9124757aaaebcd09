package io.deskbell.ui.tray;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** One size of the icon on D-Bus, {@code (iiay)}: ARGB32 in network byte order. */
public final class IconPixmap extends Struct {
    static final String LIST_SIGNATURE = "a(iiay)";
    private static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64);

    @Position(0)
    private final int width;
    @Position(1)
    private final int height;
    @Position(2)
    private final byte[] pixels;

    public IconPixmap(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** Every size that panels use, up to 200 % of the largest usual one, so that none has to be scaled. */
    static List<IconPixmap> of(TrayState state) {
        return SIZES.stream().map(size -> of(TrayIcons.draw(state, size))).toList();
    }

    int width() {
        return width;
    }

    byte[] pixels() {
        return pixels.clone();
    }

    private static IconPixmap of(Picture picture) {
        int[] argb = picture.argb();
        ByteBuffer bytes = ByteBuffer.allocate(4 * argb.length).order(ByteOrder.BIG_ENDIAN);
        bytes.asIntBuffer().put(argb);
        return new IconPixmap(picture.size(), picture.size(), bytes.array());
    }
}
