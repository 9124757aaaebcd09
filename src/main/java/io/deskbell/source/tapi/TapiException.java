package io.deskbell.source.tapi;

import java.io.IOException;
import java.util.Arrays;

/** A function of TAPI has answered with an error. */
final class TapiException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int code;

    TapiException(int code) {
        super(name(code));
        this.code = code;
    }

    boolean is(Tapi.Failure failure) {
        return code == failure.value();
    }

    static String name(int code) {
        return Arrays.stream(Tapi.Failure.values()).filter(failure -> failure.value() == code).findFirst()
                .map(failure -> "LINEERR_" + failure.name()).orElseGet(() -> "error " + Tapi.hex(code));
    }
}
