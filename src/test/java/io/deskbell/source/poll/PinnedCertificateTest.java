package io.deskbell.source.poll;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.PollSettings.Make;
import io.deskbell.source.SelfSigned;
import io.deskbell.source.WatchedSource;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone with a certificate of its own making, long expired and for another name. */
class PinnedCertificateTest {
    private static final String NOBODY = "{\"Status\":\"2000\",\"data\":[]}";

    @TempDir
    Path folder;

    @Test
    void onlyTheOneThatWasComparedAtThePhoneIsTrusted() throws Exception {
        try (ScriptedPhone phone = ScriptedPhone.secure(SelfSigned.sockets(folder, "-100d", 10))) {
            String shown = shown(phone);
            phone.answers(NOBODY);
            String written = shown.replace(":", "").toLowerCase(java.util.Locale.ROOT);
            try (WatchedSource watched = watch(phone, Optional.of(written))) {
                watched.says("watching", "all: []");
            }
            String another = written.substring(1) + (written.startsWith("0") ? "1" : "0");
            try (WatchedSource watched = watch(phone, Optional.of(another))) {
                watched.says("lost: the phone at 127.0.0.1 shows another certificate than [poll] fingerprint names: its"
                        + " fingerprint is " + shown);
            }
        }
    }

    private static String shown(ScriptedPhone phone) throws InterruptedException {
        try (WatchedSource watched = watch(phone, Optional.empty())) {
            String said = watched.next();
            assertTrue(said.matches("lost: the certificate of the phone at 127\\.0\\.0\\.1 is not trusted; .*"
                    + " fingerprint = [0-9A-F]{2}(:[0-9A-F]{2}){31}"), said);
            return said.substring(said.lastIndexOf(' ') + 1);
        }
    }

    private static WatchedSource watch(ScriptedPhone phone, Optional<String> fingerprint) {
        return WatchedSource.start(phone.source(Make.POLY, "", fingerprint));
    }
}
