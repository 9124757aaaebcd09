package io.deskbell.desktop;

/** Whether something the agent should not be disturbed in fills the screen. Answers within two seconds. */
@FunctionalInterface
public interface FullScreen {
    boolean isInFront();

    /** As this computer tells; macOS does not tell other programs, there it is never so. */
    static FullScreen of(Machine machine) {
        return switch (machine.system()) {
            case WINDOWS -> new WindowsFullScreen();
            case MACOS -> () -> false;
            case LINUX -> new X11FullScreen(machine);
        };
    }
}
