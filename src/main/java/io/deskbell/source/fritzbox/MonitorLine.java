package io.deskbell.source.fritzbox;

import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import java.util.Optional;

/**
 * One line of the call monitor. The id is a small number that is used again; an empty caller is one who shows no
 * number; ports 40 to 49 are the box's answering machines.
 *
 * <pre>
 * date;RING;id;caller;called;line;
 * date;CALL;id;port;own;called;line;
 * date;CONNECT;id;port;number;
 * date;DISCONNECT;id;seconds;
 * </pre>
 */
record MonitorLine(Kind kind, String id, String port, String own, String other) {
    /** What a line tells. */
    enum Kind {
        RING, CALL, CONNECT, DISCONNECT
    }

    /**
     * Empty for what is not known here, as a later box may say it.
     *
     * @throws LineLostException for what no call monitor says
     */
    static Optional<MonitorLine> read(String text) throws LineLostException {
        if (text.isBlank()) return Optional.empty();
        String[] fields = text.strip().split(";", -1);
        if (fields.length < 4 || !fields[2].matches("[0-9]{1,5}")) {
            throw new LineLostException(Reason.of(FritzBoxReason.NO_MONITOR));
        }
        return switch (fields[1]) {
            case "RING" -> Optional.of(new MonitorLine(Kind.RING, fields[2], "", at(fields, 4), at(fields, 3)));
            case "CALL" -> Optional.of(new MonitorLine(Kind.CALL, fields[2], fields[3], at(fields, 4), at(fields, 5)));
            case "CONNECT" -> Optional.of(new MonitorLine(Kind.CONNECT, fields[2], fields[3], "", at(fields, 4)));
            case "DISCONNECT" -> Optional.of(new MonitorLine(Kind.DISCONNECT, fields[2], "", "", ""));
            default -> Optional.empty();
        };
    }

    private static String at(String[] fields, int place) {
        return place < fields.length ? fields[place].strip() : "";
    }
}
