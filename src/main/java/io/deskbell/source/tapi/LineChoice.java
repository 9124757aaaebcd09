package io.deskbell.source.tapi;

import io.deskbell.call.Reason;
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
        throw new LineLostException(called.isEmpty() ? TapiReason.NO_SUCH_LINE.of(name, list(lines))
                : TapiReason.SEVERAL_CALLED.of(called.size(), name));
    }

    private LineDevice assumed(List<LineDevice> voice) throws LineLostException {
        List<LineDevice> own = voice.stream().filter(line -> line.isOf(extension)).toList();
        if (own.size() == 1) return own.getFirst();
        if (own.isEmpty() && voice.size() == 1) return voice.getFirst();
        throw new LineLostException(voice.isEmpty() ? TapiReason.NO_LINE.of()
                : TapiReason.WHICH_LINE.of(list(voice)));
    }

    private static Reason list(List<LineDevice> lines) {
        if (lines.isEmpty()) return TapiReason.NONE.of();
        String names = lines.stream().limit(MOST_NAMED).map(LineDevice::name).collect(Collectors.joining(", "));
        return (lines.size() > MOST_NAMED ? TapiReason.MORE : TapiReason.SOME).of(names);
    }
}
