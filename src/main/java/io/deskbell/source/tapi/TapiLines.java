package io.deskbell.source.tapi;

import io.deskbell.source.LineLostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The telephone lines that this computer has, for whoever has to choose one. */
public final class TapiLines {
    private TapiLines() {
    }

    /** @param trouble why it cannot be watched, empty when it can */
    public record Found(LineDevice line, Optional<String> trouble) {
    }

    /** Those that carry conversations; each is opened for a moment. */
    public static List<Found> here() throws LineLostException {
        return of(Windows.here());
    }

    static List<Found> of(Windows windows) throws LineLostException {
        try (Telephony telephony = Telephony.begin(windows)) {
            List<Found> found = new ArrayList<>();
            telephony.devices().stream().filter(LineDevice::voice)
                    .forEach(line -> found.add(new Found(line, trouble(telephony, line))));
            return found;
        } catch (TapiException why) {
            throw TapiTrouble.begin(why);
        }
    }

    private static Optional<String> trouble(Telephony telephony, LineDevice line) {
        try {
            telephony.tryOut(line);
            return Optional.empty();
        } catch (TapiException why) {
            return Optional.of(TapiTrouble.open(line, why).getMessage());
        }
    }
}
