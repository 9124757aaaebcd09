package io.deskbell.ui.tray;

/** A figure in the unit square, y downwards: whether a point lies in it. */
@FunctionalInterface
interface Shape {
    boolean holds(double x, double y);

    static Shape disc(double x, double y, double radius) {
        return (px, py) -> Math.hypot(px - x, py - y) <= radius;
    }

    /** A line with round ends. */
    static Shape stroke(double x1, double y1, double x2, double y2, double width) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double square = dx * dx + dy * dy;
        return (px, py) -> {
            double along = square == 0 ? 0 : Math.clamp(((px - x1) * dx + (py - y1) * dy) / square, 0, 1);
            return Math.hypot(px - x1 - along * dx, py - y1 - along * dy) <= width / 2;
        };
    }

    /** A part of a ring, from one angle to another; 0° is to the right and 90° is down. */
    static Shape arc(double x, double y, double radius, double width, double from, double to) {
        return (px, py) -> {
            double off = Math.abs(Math.hypot(px - x, py - y) - radius);
            double angle = Math.toDegrees(Math.atan2(py - y, px - x));
            double turned = ((angle - from) % 360 + 360) % 360;
            return off <= width / 2 && turned <= to - from;
        };
    }

    static Shape triangle(double x1, double y1, double x2, double y2, double x3, double y3) {
        return (px, py) -> {
            boolean first = side(px, py, x1, y1, x2, y2);
            boolean second = side(px, py, x2, y2, x3, y3);
            boolean third = side(px, py, x3, y3, x1, y1);
            return first == second && second == third;
        };
    }

    default Shape and(Shape other) {
        return (x, y) -> holds(x, y) || other.holds(x, y);
    }

    private static boolean side(double px, double py, double ax, double ay, double bx, double by) {
        return (px - bx) * (ay - by) - (ax - bx) * (py - by) >= 0;
    }
}
