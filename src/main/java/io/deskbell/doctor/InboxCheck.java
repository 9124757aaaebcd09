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
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
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
    private final Optional<String> proxyVariable;

    /** @param proxyVariable what HTTPS_PROXY says, which other programs heed */
    public InboxCheck(InboxSettings settings, Clock clock, ProxySelector proxies, Optional<String> proxyVariable) {
        this.address = settings.apiUrl();
        this.clock = clock;
        this.proxies = proxies;
        this.proxyVariable = proxyVariable.filter(value -> !value.isBlank());
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        Optional<InetSocketAddress> proxy = proxy();
        findings.add(tellProxy(proxy));
        if (!resolves(proxy.map(InetSocketAddress::getHostString).orElse(address.getHost()), findings)) return findings;
        RecordedChain chain = new RecordedChain();
        try (Response response = ask(chain)) {
            findings.addAll(new Certificates(address.getHost(), clock.instant()).judge(chain, true));
            answered(response, findings);
        } catch (SSLException refused) {
            boolean rightName = !(refused instanceof SSLPeerUnverifiedException);
            List<Finding> why = new Certificates(address.getHost(), clock.instant()).judge(chain, rightName);
            findings.addAll(why);
            boolean said = why.stream().anyMatch(finding -> finding.mark() == Finding.Mark.BROKEN);
            if (!said) findings.add(Finding.broken("tls", "no safe connection to " + address.getHost() + ": it, or what"
                    + " stands between, does not speak TLS as this program does; ask IT about proxies"));
        } catch (IOException unreachable) {
            findings.add(Finding.broken("inbox", address.getHost() + " port " + port() + " does not answer ("
                    + unreachable.getClass().getSimpleName() + "): let IT open the way in firewall and proxy"));
        }
        return findings;
    }

    private Optional<InetSocketAddress> proxy() {
        return proxies.select(address).stream().filter(one -> one.type() != Proxy.Type.DIRECT)
                .map(one -> (InetSocketAddress) one.address()).findFirst();
    }

    private Finding tellProxy(Optional<InetSocketAddress> proxy) {
        if (proxy.isPresent()) {
            return Finding.well("proxy", "by way of " + proxy.get().getHostString() + ":" + proxy.get().getPort());
        }
        return proxyVariable.isEmpty() ? Finding.well("proxy", "none: straight to " + address.getHost())
                : Finding.note("proxy", "none, though HTTPS_PROXY is set: Deskbell does not read it; if the way out"
                        + " is by that proxy alone, start Java with -Dhttps.proxyHost and -Dhttps.proxyPort");
    }

    private static boolean resolves(String host, List<Finding> findings) {
        try {
            findings.add(Finding.well("dns", host + " is " + InetAddress.getByName(host).getHostAddress()));
            return true;
        } catch (UnknownHostException unknown) {
            findings.add(Finding.broken("dns", host + " has no address: check [inbox] api_url, the network connection"
                    + " and the DNS"));
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
        findings.add(code == 407
                ? Finding.broken("inbox", "the proxy wants a sign-in: ask IT to let Deskbell through")
                : Finding.well("inbox", address.getHost() + " answers (" + code + " to a plain look without the key)"));
        if (!response.request().isHttps()) {
            findings.add(Finding.note("tls", "http without encryption: for trying things out only"));
        }
        findings.add(clock(Optional.ofNullable(response.headers().getInstant("Date"))));
    }

    private Finding clock(Optional<Instant> theirs) {
        if (theirs.isEmpty()) return Finding.note("clock", "cannot be compared: the answer tells no time");
        Duration off = Duration.between(theirs.get(), clock.instant());
        String words = off.abs().toSeconds() + " s " + (off.isNegative() ? "behind " : "ahead of ") + address.getHost();
        if (off.abs().compareTo(CLOCK_BROKEN) > 0) {
            return Finding.broken("clock", words + ": set this computer's clock, and have it kept right by itself");
        }
        return off.abs().compareTo(CLOCK_OFF) > 0
                ? Finding.note("clock", words + ": moments in the call list are off by as much")
                : Finding.well("clock", words);
    }

    private int port() {
        return address.getPort() > 0 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
