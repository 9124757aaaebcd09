package io.deskbell.source.tapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.source.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a tape holds of a line, and that nothing is lost on the way. */
class LineTapeTest {
    private static final PartyId PARTY = new PartyId(0x8C, "+31612345678", "Zoë \"J.\" C:\\Jansen 𝄞");
    private static final CallWord WORD = new CallWord(CallWord.Kind.CALLINFO, 0x1234_5678, 0x100, 0x1_0000, 0x2000_8040,
            Optional.of(new CallInfo(1, 2, 0x24, 0x7654_3210, 7, 0x104, 0x100, -1, PARTY, PartyId.NOBODY,
                    new PartyId(0x40, "", ""), PartyId.NOBODY, new PartyId(8, "202", "Piet"))));

    @Test
    void whatIsWrittenIsReadAsItWas() {
        CallWord short1 = new CallWord(CallWord.Kind.LOOKED, 3, 1, 0, 0, Optional.empty());
        assertEquals(List.of(WORD, short1), LineWords.read(LineWords.written(List.of(WORD, short1))));
    }

    @Test
    void itReadsLikeWords() {
        assertEquals("""
                CALLINFO call=0x1234_5678 state=CONNECTED detail=0x1_0000 changed=CALLID|CALLERID|0x2000_0000
                info device=0x1 address=0x2 media=0x24 id=0x7654_3210 related=0x7 origin=EXTERNAL|0x100 \
                reason=TRANSFER trunk=0xffff_ffff
                caller flags=NAME|ADDRESS|0x80 number="+31612345678" name="Zoë \\"J.\\" C:\\\\Jansen 𝄞"
                connected flags=UNAVAIL number="" name=""
                redirecting flags=ADDRESS number="202" name="Piet"
                """, plain(LineWords.written(List.of(WORD))));
    }

    @Test
    void maskingChangesTheNumberAndNothingElse() {
        String masked = new Pseudonyms().apply(LineWords.written(List.of(WORD)));
        CallWord read = LineWords.read(masked).getFirst();
        CallInfo info = read.info().orElseThrow();
        String number = info.caller().number();
        assertTrue(number.startsWith("+3161") && !number.equals(PARTY.number()), number);
        assertEquals(LineWords.written(List.of(WORD)), masked.replace(number, PARTY.number()));
    }

    @Test
    void lineBreaksInANameBreakNoTape() {
        CallWord broken = new CallWord(CallWord.Kind.THERE, 1, 0x100, 0, 0, Optional.of(new CallInfo(0, 0, 0, 0, 0, 0,
                0, 0, new PartyId(4, "1\n>>>", "a\r\nb"), PartyId.NOBODY, PartyId.NOBODY, PartyId.NOBODY,
                PartyId.NOBODY)));
        PartyId caller = LineWords.read(LineWords.written(List.of(broken))).getFirst().info().orElseThrow().caller();
        assertEquals(new PartyId(4, "1 >>>", "a  b"), caller);
    }

    @Test
    void whatIsNoTapeIsSaid() {
        assertEquals("CALLSTATE call=0x1 state=TALKING: TALKING: neither a name of TAPI's nor a number such as 0x10",
                assertThrows(IllegalArgumentException.class,
                        () -> LineWords.read("CALLSTATE call=0x1 state=TALKING")).getMessage());
    }

    @Test
    void numbersBeyondTheStructureAreNotFollowed() {
        byte[] structure = new byte[256];
        structure[TapiLayout.CALL_CALLER + TapiLayout.PARTY_SIZE] = 127;
        structure[TapiLayout.CALL_CALLER + TapiLayout.PARTY_SIZE + 4] = (byte) 200;
        structure[TapiLayout.CALL_CALLED + TapiLayout.PARTY_SIZE + 3] = (byte) 0x80;
        structure[TapiLayout.CALL_CALLED + TapiLayout.PARTY_SIZE + 4] = 1;
        CallInfo info = CallInfo.read(Bytes.of(structure));
        assertEquals("", info.caller().number());
        assertEquals("", info.called().number());
    }

    private static String plain(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
