package io.deskbell.source.sip;

import io.deskbell.config.SipSettings;

/** Who we are, whom we watch, as addresses, and what of them. */
record Account(String user, String domain, String watched, EventPackage events) {
    static Account of(SipSettings settings) {
        String host = ServerAddress.read(settings.servers().getFirst()).host();
        String domain = SipUri.bracketed(settings.domain().orElse(host));
        String watch = settings.watch().replaceFirst("(?i)^sips?:", "");
        int at = watch.lastIndexOf('@');
        String watchedUser = at < 0 ? watch : watch.substring(0, at);
        String watchedDomain = at < 0 ? domain : watch.substring(at + 1);
        String watched = "sip:" + SipUri.escapedUser(watchedUser) + "@" + watchedDomain;
        return new Account(SipUri.escapedUser(settings.user()), domain, watched, EventPackage.of(settings.event()));
    }

    /** Always sip: and never sips:, also over TLS: few telephone systems know their lines by sips: addresses. */
    String self() {
        return "sip:" + user + "@" + domain;
    }

    String registrar() {
        return "sip:" + domain;
    }
}
