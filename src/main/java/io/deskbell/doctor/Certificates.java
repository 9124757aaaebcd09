package io.deskbell.doctor;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges the certificates a server showed: until when, for whom, from whom, and whether they are believed. */
final class Certificates {
    private static final Duration SOON = Duration.ofDays(14);
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)\\s*(?:CN|O)=(\"[^\"]*\"|[^,]*)");

    private final String host;
    private final Instant now;

    Certificates(String host, Instant now) {
        this.host = host;
        this.now = now;
    }

    /** @param forThisHost whether the name in it is the server's */
    List<Finding> judge(RecordedChain shown, boolean forThisHost) {
        if (shown.chain().isEmpty()) return List.of();
        X509Certificate own = shown.chain().getFirst();
        List<Finding> findings = new ArrayList<>(List.of(validity(own)));
        if (!shown.isTrusted() && !isOutOfTime(own)) {
            findings.add(DoctorReason.TLS_DISTRUSTED.found(host, root(shown.chain())));
        } else if (shown.isTrusted() && !forThisHost) {
            findings.add(DoctorReason.TLS_OTHER_NAME.found(names(own), host));
        } else if (shown.isTrusted()) {
            findings.add(DoctorReason.TLS_TRUSTED.found(shown.chain().size(), root(shown.chain())));
        }
        return findings;
    }

    private Finding validity(X509Certificate own) {
        Instant begin = own.getNotBefore().toInstant();
        Instant end = own.getNotAfter().toInstant();
        LocalDate last = end.atZone(ZoneOffset.UTC).toLocalDate();
        if (now.isAfter(end)) return DoctorReason.TLS_OVER.found(host, last);
        if (now.isBefore(begin)) return DoctorReason.TLS_NOT_YET.found(host, begin);
        boolean soon = now.plus(SOON).isAfter(end);
        return (soon ? DoctorReason.TLS_VALID_NOT_LONG : DoctorReason.TLS_VALID).found(host, last);
    }

    private boolean isOutOfTime(X509Certificate own) {
        return now.isAfter(own.getNotAfter().toInstant()) || now.isBefore(own.getNotBefore().toInstant());
    }

    private static String root(List<X509Certificate> chain) {
        return name(chain.getLast().getIssuerX500Principal().getName());
    }

    private static String names(X509Certificate own) {
        return name(own.getSubjectX500Principal().getName());
    }

    private static String name(String distinguished) {
        Matcher common = COMMON_NAME.matcher(distinguished);
        String found = common.find() ? common.group(1) : distinguished;
        return found.replaceAll("\\p{Cntrl}", "?").strip().toLowerCase(Locale.ROOT).isEmpty() ? "nobody"
                : found.replaceAll("\\p{Cntrl}", "?").strip();
    }
}
