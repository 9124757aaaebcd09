package io.deskbell.doctor;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges the certificates a server showed: until when, for whom, from whom, and whether they are believed. */
final class Certificates {
    private static final String PART = "tls";
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
            findings.add(Finding.broken(PART, "the certificate of " + host + " comes from " + root(shown.chain())
                    + ", whom this computer does not trust: a proxy that looks into encrypted traffic? Let IT put its"
                    + " certificate into this computer's store, or except " + host));
        } else if (shown.isTrusted() && !forThisHost) {
            findings.add(Finding.broken(PART, "the certificate is for " + names(own) + ", not for " + host
                    + ": check [inbox] api_url; somebody else answers in its place"));
        } else if (shown.isTrusted()) {
            findings.add(Finding.well(PART, shown.chain().size() + " certificates, from " + root(shown.chain())
                    + ", trusted; a name of your own company here means that a proxy looks into the traffic"));
        }
        return findings;
    }

    private Finding validity(X509Certificate own) {
        Instant end = own.getNotAfter().toInstant();
        String until = "the certificate of " + host + " is valid until " + end.atZone(ZoneOffset.UTC).toLocalDate();
        if (now.isAfter(end)) {
            return Finding.broken(PART, "the certificate of " + host + " ran out on "
                    + end.atZone(ZoneOffset.UTC).toLocalDate() + ": check this computer's clock, else tell its owner");
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            return Finding.broken(PART, "the certificate of " + host + " is valid only from "
                    + own.getNotBefore().toInstant() + " on: check this computer's clock");
        }
        return now.plus(SOON).isAfter(end) ? Finding.note(PART, until + ": that is soon") : Finding.well(PART, until);
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
