package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Direction;
import io.deskbell.source.sip.DialogInfo.Dialog;
import io.deskbell.source.sip.DialogInfo.Identity;
import io.deskbell.source.sip.DialogInfo.Side;
import io.deskbell.source.sip.DialogInfoReader.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogInfoReaderTest {
    private final DialogInfoReader reader = new DialogInfoReader();

    @TempDir
    Path folder;

    private Reading read(String body) {
        return reader.read(Bodies.TYPE, Bodies.bytes(body));
    }

    private DialogInfo understood(String body) {
        return assertInstanceOf(Reading.Understood.class, read(body)).info();
    }

    private void assertUnreadable(String body) {
        assertTimeoutPreemptively(Duration.ofSeconds(2),
                () -> assertInstanceOf(Reading.Unreadable.class, read(body)));
    }

    @Test
    void everythingThatMattersIsReadInAnyOrder() {
        DialogInfo info = understood("""
                <dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="12" state="partial" entity="sip:a@b">
                 <dialog id="1" call-id="c" local-tag="x" remote-tag="y" direction="initiator">
                  <remote><identity display="J &amp; Zn"> sip:1@b </identity><target uri="sip:2@b"/></remote>
                  <replaces call-id="old" local-tag="x" remote-tag="y"/>
                  <referred-by display="Piet">sip:202@b</referred-by>
                  <local><identity>sip:a@b</identity><target uri="sip:a@b">
                   <param pname="+sip.rendering" pval="NO"/></target></local>
                  <note> On hold </note>
                  <state event="rejected" code="486"> Terminated </state>
                 </dialog>
                </dialog-info>
                """);
        Side local = new Side(List.of(new Identity("sip:a@b", "")), Optional.of(false));
        Side remote = new Side(List.of(new Identity("sip:1@b", "J & Zn")), Optional.empty());
        Dialog dialog = new Dialog("1", "c", Optional.of(Direction.OUTBOUND), "terminated", "rejected",
                OptionalInt.of(486), local, remote, "old", "sip:202@b", "On hold");
        assertEquals(new DialogInfo(OptionalLong.of(12), false, "sip:a@b", List.of(dialog)), info);
    }

    @Test
    void whatIsMissingIsEmpty() {
        Dialog dialog = new Dialog("", "", Optional.empty(), "", "", OptionalInt.empty(), Side.NONE, Side.NONE, "", "",
                "");
        assertEquals(new DialogInfo(OptionalLong.empty(), true, "", List.of(dialog)),
                understood("<dialog-info><dialog/></dialog-info>"));
    }

    @Test
    void versionsThatAreNoNumbersAreNone() {
        for (String version : List.of("-1", "1.5", "x", "99999999999999999999999", "")) {
            DialogInfo info = understood("<dialog-info version=\"" + version + "\"/>");
            assertEquals(OptionalLong.empty(), info.version(), version);
        }
    }

    @Test
    void elementsOfOtherMakersAreSkipped() {
        DialogInfo info = understood("""
                <dialog-info version="1" state="full" xmlns:z="urn:z">
                <z:line z:state="busy"><z:dialog id="no"/></z:line>
                <dialog id="1"><z:extra><z:deeper>text</z:deeper></z:extra><state>early</state></dialog></dialog-info>
                """);
        assertEquals(List.of("1"), info.dialogs().stream().map(Dialog::id).toList());
    }

    @Test
    void brokenBodiesAreUnreadable() {
        String whole = Bodies.full(1, Bodies.dialog("d", "c", "confirmed"));
        for (int length = 0; length < whole.length() - "/dialog-info>".length(); length++) {
            assertInstanceOf(Reading.Unreadable.class, read(whole.substring(0, length)), "cut at " + length);
        }
        assertUnreadable("");
        assertUnreadable("no xml, but dialog-info");
        assertUnreadable("<presence>dialog-info</presence>");
        assertUnreadable(whole + "<dialog-info/>");
    }

    @Test
    void aBodyCutOffInItsLastTagIsWhole() {
        String whole = Bodies.full(1, Bodies.dialog("d", "c", "confirmed"));
        DialogInfo expected = understood(whole);
        for (int missing = 1; missing <= "dialog-info>".length(); missing++) {
            assertEquals(expected, understood(whole.substring(0, whole.length() - missing)), missing + " missing");
        }
    }

    @Test
    void aLimitedNumberOfDialogsIsRead() {
        String[] dialogs = new String[200];
        for (int i = 0; i < dialogs.length; i++) {
            dialogs[i] = Bodies.dialog("d" + i, "c" + i, "early");
        }
        assertEquals(200, understood(Bodies.full(1, dialogs)).dialogs().size());
        assertUnreadable(Bodies.full(1, String.join("", dialogs), Bodies.dialog("more", "more", "early")));
    }

    @Test
    void tenMegabytesAreNotEvenLookedAt() {
        assertUnreadable(Bodies.full(1, " ".repeat(10_000_000)));
    }

    @Test
    void deepNestingIsRefused() {
        assertUnreadable("<dialog-info>" + "<a>".repeat(20_000) + "</a>".repeat(20_000) + "</dialog-info>");
        assertUnreadable("<dialog-info>" + "<a>".repeat(40) + "</a>".repeat(40) + "</dialog-info>");
    }

    @Test
    void tooManyElementsAreRefused() {
        assertUnreadable("<dialog-info>" + "<a/>".repeat(20_000) + "</dialog-info>");
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE dialog-info [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        assertUnreadable(laughs + "]><dialog-info><dialog id=\"&l9;\"><state>&l9;</state></dialog></dialog-info>");
    }

    @Test
    void noFileIsReadForAnEntity() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "early");
        assertUnreadable("<!DOCTYPE dialog-info [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<dialog-info><dialog id=\"1\"><state>&x;</state></dialog></dialog-info>");
    }

    @Test
    void nobodyIsCalledForAnEntityOrADocumentType() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(100);
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            assertUnreadable("<!DOCTYPE dialog-info SYSTEM \"" + address + "\"><dialog-info/>");
            assertUnreadable("<!DOCTYPE dialog-info [<!ENTITY % x SYSTEM \"" + address + "\"> %x;]><dialog-info/>");
            Assertions.assertThrows(SocketTimeoutException.class, server::accept);
        }
    }

    @Test
    void anEntityNobodyDeclaredIsText() {
        DialogInfo info = understood("<dialog-info><dialog id=\"&x;\"><state>&y;</state></dialog></dialog-info>");
        assertEquals("&x;", info.dialogs().getFirst().id());
    }

    @Test
    void longTextsAreCut() {
        String name = "x".repeat(100_000);
        Dialog dialog = understood("<dialog-info><dialog id=\"" + name + "\"><state>" + name
                + "</state></dialog></dialog-info>").dialogs().getFirst();
        assertEquals(1_000, dialog.id().length());
        assertEquals(1_000, dialog.state().length());
    }

    @Test
    void theWhyHoldsNothingOfTheBody() {
        Reading.Unreadable unreadable = assertInstanceOf(Reading.Unreadable.class,
                read("<dialog-info><identity>sip:+31612345678@x</identity"));
        assertTrue(!unreadable.why().contains("316"), unreadable.why());
    }

    @Test
    void realUtf16IsReadAsWell() {
        String body = Bodies.full(1, Bodies.dialog("d", "c", "early"));
        Reading marked = reader.read(Bodies.TYPE, body.getBytes(StandardCharsets.UTF_16));
        Reading declared = reader.read(Bodies.TYPE + ";charset=utf-16le", body.getBytes(StandardCharsets.UTF_16LE));
        assertEquals(new Reading.Understood(understood(body)), marked);
        assertEquals(new Reading.Understood(understood(body)), declared);
    }

    @Test
    void unknownCharsetsAreNoReasonToGiveUp() {
        byte[] body = Bodies.bytes(Bodies.full(1, Bodies.dialog("d", "c", "early")));
        for (String charset : List.of("nonsense", "utf-8-ish", "\"\"", "x".repeat(5_000))) {
            assertInstanceOf(Reading.Understood.class, reader.read(Bodies.TYPE + ";charset=" + charset, body), charset);
        }
    }

    @Test
    void noBytesMakeItThrow() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] good = Bodies.bytes(Bodies.full(1, Bodies.dialog("d", "c", "early"), Bodies.line("confirmed")));
        for (int round = 0; round < 3_000; round++) {
            byte[] bad = good.clone();
            for (int change = 0; change <= round % 5; change++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            Assertions.assertDoesNotThrow(() -> reader.read(Bodies.TYPE, bad), () -> "seed " + seed);
        }
    }
}
