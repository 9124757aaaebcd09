package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.EndReason;
import io.deskbell.source.sip.DialogInfo.Dialog;
import io.deskbell.source.sip.DialogInfo.Side;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogEndTest {
    private static Dialog ended(String event, int code) {
        return new Dialog("d", "c", Optional.empty(), "terminated", event,
                code == 0 ? OptionalInt.empty() : OptionalInt.of(code), Side.NONE, Side.NONE, "", "", "");
    }

    @ParameterizedTest
    @CsvSource({"cancelled,487,NO_ANSWER", "rejected,486,BUSY", "rejected,600,BUSY", "rejected,603,REJECTED",
        "rejected,0,REJECTED", "rejected,480,NO_ANSWER", "rejected,408,NO_ANSWER", "rejected,404,FAILED",
        "rejected,503,FAILED", "rejected,302,NO_ANSWER", "replaced,0,ANSWERED_ELSEWHERE", "remote-bye,0,NO_ANSWER",
        "error,0,FAILED", "timeout,0,NO_ANSWER", "'',486,BUSY", "unheard-of,603,REJECTED"})
    void ofACallThatWasNeverAnswered(String event, int code, EndReason expected) {
        assertEquals(Optional.of(expected), DialogEnd.reason(ended(event, code), false));
    }

    @ParameterizedTest
    @CsvSource({"local-bye,0,NORMAL", "remote-bye,200,NORMAL", "replaced,0,NORMAL", "error,0,FAILED",
        "timeout,0,UNKNOWN"})
    void ofACallThatWasAnswered(String event, int code, EndReason expected) {
        assertEquals(Optional.of(expected), DialogEnd.reason(ended(event, code), true));
    }

    @Test
    void whatIsNotToldIsNotGuessed() {
        assertEquals(Optional.empty(), DialogEnd.reason(ended("", 0), false));
        assertEquals(Optional.empty(), DialogEnd.reason(ended("", 200), false));
        assertEquals(Optional.empty(), DialogEnd.reason(ended("", 486), true));
    }
}
