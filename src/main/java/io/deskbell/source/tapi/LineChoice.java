package io.deskbell.source.tapi;

import io.deskbell.source.LineLostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which line to watch: the one named, else the one of the agent's extension, else the only one that carries
 * conversations.
 *
 * @param wanted name or GUID
 */
record LineChoice(Optional<String> wanted, String extension) {
    private static final int MOST_NAMED = 8;

    LineDevice among(List<LineDevice> lines) throws LineLostException {
        List<LineDevice> voice = lines.stream().filter(LineDevice::voice).toList();
        return wanted.isPresent() ? named(lines, wanted.get()) : assumed(voice);
    }

    private static LineDevice named(List<LineDevice> lines, String name) throws LineLostException {
        List<LineDevice> called = lines.stream().filter(line -> line.isCalled(name)).toList();
        if (called.size() == 1) return called.getFirst();
        throw new LineLostException(called.isEmpty()
                ? "there is no line " + name + "; " + list(lines) + ". Check [tapi] line, or start the driver's program"
                : called.size() + " lines are called " + name + ": set [tapi] line to a GUID (deskbell phones tapi)");
    }

    private LineDevice assumed(List<LineDevice> voice) throws LineLostException {
        List<LineDevice> own = voice.stream().filter(line -> line.isOf(extension)).toList();
        if (own.size() == 1) return own.getFirst();
        if (own.isEmpty() && voice.size() == 1) return voice.getFirst();
        throw new LineLostException(voice.isEmpty()
                ? "Windows has no telephone line: install the telephone system's TAPI driver, for 64-bit Windows"
                : "which line is the agent's? " + list(voice) + ". Set [tapi] line");
    }

    private static String list(List<LineDevice> lines) {
        if (lines.isEmpty()) return "there is none";
        String names = lines.stream().limit(MOST_NAMED).map(LineDevice::name).collect(Collectors.joining(", "));
        return "there are " + names + (lines.size() > MOST_NAMED ? " and others" : "");
    }
}
