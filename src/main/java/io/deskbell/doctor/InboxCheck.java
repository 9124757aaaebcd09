package io.deskbell.doctor;

import io.deskbell.config.InboxSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Whether Agent Inbox can be reached, step by step the way the program does it: proxy, name, connection, certificate,
 * answer, clock. Asks for nothing but the headers of its front page, without the key: the one documented request makes
 * a conversation.
 */
public final class InboxCheck implements Check {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** Signed tokens and certificates bear minutes; a log that is read beside another one bears seconds. */
    private static final Duration CLOCK_BROKEN = Duration.ofMinutes(5);
    private static final Duration CLOCK_OFF = Duration.ofSeconds(30);

    private final URI address;
    private final Clock clock;
    private final ProxySelector proxies;
    private final boolean proxyAskedFor;
    private final X509TrustManager trust;

    /** @param environment whose HTTPS_PROXY other programs heed */
    public InboxCheck(InboxSettings settings, Clock clock, ProxySelector proxies, Map<String, String> environment) {
        this(settings, clock, proxies, environment, RecordedChain.ofThisComputer());
    }

    /** @param trust whom this computer trusts */
    InboxCheck(InboxSettings settings, Clock clock, ProxySelector proxies, Map<String, String> environment,
               X509TrustManager trust) {
        this.address = settings.apiUrl();
        this.clock = clock;
        this.proxies = proxies;
        // Written small on Linux as often as not: curl heeds both.
        this.proxyAskedFor = Stream.of("HTTPS_PROXY", "https_proxy")
                .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
        this.trust = trust;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        Optional<InetSocketAddress> proxy = proxy();
        findings.add(tellProxy(proxy));
        if (!resolves(proxy.map(InetSocketAddress::getHostString).orElse(address.getHost()), findings)) return findings;
        RecordedChain chain = new RecordedChain(trust);
        try (Response response = ask(chain)) {
            findings.addAll(new Certificates(address.getHost(), clock.instant()).judge(chain, true));
            answered(response, findings);
        } catch (SSLException refused) {
            boolean rightName = !(refused instanceof SSLPeerUnverifiedException);
            List<Finding> why = new Certificates(address.getHost(), clock.instant()).judge(chain, rightName);
            findings.addAll(why);
            boolean said = why.stream().anyMatch(finding -> finding.mark() == Finding.Mark.BROKEN);
            if (!said) findings.add(DoctorReason.TLS_NOT_SPOKEN.found(address.getHost()));
        } catch (IOException unreachable) {
            findings.add(silent(proxy, unreachable.getClass().getSimpleName()));
        }
        return findings;
    }

    private Optional<InetSocketAddress> proxy() {
        return proxies.select(address).stream().filter(one -> one.type() != Proxy.Type.DIRECT)
                .map(one -> (InetSocketAddress) one.address()).findFirst();
    }

    private Finding silent(Optional<InetSocketAddress> proxy, String how) {
        return proxy.map(by -> DoctorReason.INBOX_SILENT_BEHIND_PROXY.found(address.getHost(), by.getHostString(),
                by.getPort(), how))
                .orElseGet(() -> DoctorReason.INBOX_SILENT.found(address.getHost(), port(), how));
    }

    private Finding tellProxy(Optional<InetSocketAddress> proxy) {
        if (proxy.isPresent()) {
            return DoctorReason.PROXY_USED.found(proxy.get().getHostString(), proxy.get().getPort());
        }
        return proxyAskedFor ? DoctorReason.PROXY_UNHEEDED.found()
                : DoctorReason.PROXY_NONE.found(address.getHost());
    }

    private static boolean resolves(String host, List<Finding> findings) {
        try {
            findings.add(DoctorReason.DNS_KNOWN.found(host, InetAddress.getByName(host).getHostAddress()));
            return true;
        } catch (UnknownHostException unknown) {
            findings.add(DoctorReason.DNS_UNKNOWN.found(host));
            return false;
        }
    }

    private Response ask(RecordedChain chain) throws IOException {
        OkHttpClient client = new OkHttpClient.Builder().proxySelector(proxies).callTimeout(TIMEOUT)
                .followRedirects(false).followSslRedirects(false).sslSocketFactory(chain.sockets(), chain).build();
        return client.newCall(new Request.Builder().url(address.resolve("/").toString()).head().build()).execute();
    }

    private void answered(Response response, List<Finding> findings) {
        int code = response.code();
        findings.add(code == 407 ? DoctorReason.INBOX_BEHIND_PROXY.found()
                : DoctorReason.INBOX_ANSWERS.found(address.getHost(), code));
        if (!response.request().isHttps()) findings.add(DoctorReason.TLS_NONE.found());
        findings.add(clock(Optional.ofNullable(response.headers().getInstant("Date"))));
    }

    private Finding clock(Optional<Instant> theirs) {
        if (theirs.isEmpty()) return DoctorReason.CLOCK_UNKNOWN.found();
        Duration off = Duration.between(theirs.get(), clock.instant());
        return judged(off).found(off.abs().toSeconds(), address.getHost());
    }

    private static DoctorReason judged(Duration off) {
        if (off.abs().compareTo(CLOCK_OFF) <= 0) return DoctorReason.CLOCK_RIGHT;
        boolean far = off.abs().compareTo(CLOCK_BROKEN) > 0;
        if (off.isNegative()) return far ? DoctorReason.CLOCK_FAR_BEHIND : DoctorReason.CLOCK_BEHIND;
        return far ? DoctorReason.CLOCK_FAR_AHEAD : DoctorReason.CLOCK_AHEAD;
    }

    private int port() {
        return address.getPort() > 0 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
