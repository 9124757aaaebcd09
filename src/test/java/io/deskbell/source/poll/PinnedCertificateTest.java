package io.deskbell.source.poll;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.PollSettings.Make;
import io.deskbell.source.WatchedSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** A phone with a certificate of its own making, long expired and for another name. */
class PinnedCertificateTest {
    private static final String NOBODY = "{\"Status\":\"2000\",\"data\":[]}";

    @Test
    void onlyTheOneThatWasComparedAtThePhoneIsTrusted() throws Exception {
        Instant madeAt = Instant.now().minus(Duration.ofDays(400));
        HeldCertificate own = new HeldCertificate.Builder().commonName("0004f2000000")
                .validityInterval(madeAt.toEpochMilli(), madeAt.plus(Duration.ofDays(365)).toEpochMilli()).build();
        try (ScriptedPhone phone = ScriptedPhone.secure(
                new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory())) {
            String shown = shown(phone);
            phone.answers(NOBODY);
            String written = shown.replace(":", "").toLowerCase(Locale.ROOT);
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
