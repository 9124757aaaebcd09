package io.deskbell.source.tapi;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import io.deskbell.source.LineLostException;
import java.util.Map;

/**
 * What of Windows is needed to watch a line. A stand-in for tests has the same functions.
 *
 * @param layout of this process's structures
 */
record Windows(Tapi32 tapi, WaitFunctions waits, TapiLayout layout) {
    /** Brings it when it is first needed: loading takes a moment and may fail. */
    @FunctionalInterface
    interface Source {
        Windows load() throws LineLostException;
    }

    /** Differs from C's in 32-bit processes only. */
    private static final Map<String, Object> CONVENTION = Map.of(Library.OPTION_CALLING_CONVENTION,
            Platform.isWindows() ? Function.ALT_CONVENTION : Function.C_CONVENTION);

    /** Why a sleep ended. */
    enum Woken { STOP, MESSAGE, TIME }

    /** The computer's own. */
    static Windows here() throws LineLostException {
        return named("tapi32", "kernel32");
    }

    static Windows named(String tapi, String kernel) throws LineLostException {
        try {
            return new Windows(Native.load(tapi, Tapi32.class, CONVENTION),
                    Native.load(kernel, WaitFunctions.class, CONVENTION), TapiLayout.of(Native.POINTER_SIZE));
        } catch (LinkageError missing) {
            throw new LineLostException("Windows telephony cannot be loaded (" + tapi
                    + "): this Windows has none, or a part of the installation is missing (jnidispatch)");
        }
    }

    /** Sleeps until the stop event is set, TAPI has a message, or the time is over. */
    Woken sleep(Pointer stop, Pointer messages, int milliseconds) throws LineLostException {
        Pointer[] handles = {stop, messages};
        return switch (waits.WaitForMultipleObjects(handles.length, handles, false, milliseconds)) {
            case 0 -> Woken.STOP;
            case 1 -> Woken.MESSAGE;
            case WaitFunctions.TIME_OVER -> Woken.TIME;
            default -> throw new LineLostException("Windows telephony has taken its event away; beginning afresh");
        };
    }
}
