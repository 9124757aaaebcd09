package io.deskbell.desktop;

/** The system's own log, for what an administrator looks for there. Never throws. A stand-in keeps what it is told. */
@FunctionalInterface
public interface EventLog {
    /** Systems without one, or whose users look elsewhere. */
    EventLog NONE = (kind, id, words) -> { };

    /** How bad it is. */
    enum Kind { INFORMATION, WARNING, ERROR }

    void report(Kind kind, int id, String words);

    /** The Application log on Windows; none elsewhere: there syslog is configured where it is wanted. */
    static EventLog of(Machine machine) {
        return machine.system() == OperatingSystem.WINDOWS ? new WindowsEventLog() : NONE;
    }
}
