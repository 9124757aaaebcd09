package io.deskbell.source.tapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.CallEvent;
import io.deskbell.source.RegisteringDesk;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A crash, or an update, in the midst of a conversation on a Windows line. */
class TapiRestartTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final RegisteringDesk desk = new RegisteringDesk("201");

    @Test
    void aConversationGoesOnThatWasAnsweredBeforeTheRestart() throws Exception {
        TapiTranslator before = watch("");
        before.came("tapi-call", word("CALLSTATE", "0x1_0001", "OFFERING"), NOW, desk);
        before.came("tapi-call", word("CALLSTATE", "0x1_0001", "CONNECTED"), NOW.plusSeconds(5), desk);
        desk.restarts();
        watch(word("THERE", "0x2_0001", "CONNECTED"))
                .came("tapi-call", word("CALLSTATE", "0x2_0001", "IDLE"), NOW.plusSeconds(60), desk);
        assertEquals(1, desk.events().stream().filter(event -> event.type() == CallEvent.Type.ANSWERED).count());
        assertEquals(1, desk.events().stream().filter(event -> event.type() == CallEvent.Type.ENDED).count());
        assertEquals(desk.registered().getFirst().callId(), desk.registered().getLast().callId());
    }

    private TapiTranslator watch(String there) throws InterruptedException {
        TapiTranslator translator = new TapiTranslator(Watched.PLAN);
        translator.lineUp();
        desk.watching();
        translator.came("tapi-calls", there, NOW.plusSeconds(there.isEmpty() ? 0 : 30), desk);
        return translator;
    }

    private static String word(String kind, String call, String state) {
        return kind + " call=" + call + " state=" + state + " detail=0x1 changed=0x0\n"
                + "info device=0x0 address=0x0 media=0x4 id=0x0 related=0x0 origin=INBOUND reason=DIRECT trunk=0x0\n"
                + "caller flags=ADDRESS number=\"0612345678\" name=\"\"\n";
    }
}
