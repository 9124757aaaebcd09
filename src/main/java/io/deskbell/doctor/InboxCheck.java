package io.deskbell.doctor;

import io.deskbell.config.InboxSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Whether Agent Inbox can be reached: name, connection, certificate. Nothing is sent: the one documented request makes
 * a conversation, so the key itself cannot be checked without a test event.
 */
public final class InboxCheck implements Check {
    private static final String PART = "Agent Inbox";
    private static final int TIMEOUT_MS = 5_000;

    private final URI address;

    public InboxCheck(InboxSettings settings) {
        this.address = settings.apiUrl();
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        String host = address.getHost();
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : tls ? 443 : 80;
        try {
            InetAddress found = InetAddress.getByName(host);
            findings.add(Finding.well(PART, host + " is " + found.getHostAddress()));
            connect(host, found, port, tls);
            findings.add(Finding.well(PART, "port " + port + " answers" + (tls ? ", certificate accepted" : "")));
            if (!tls) findings.add(Finding.note(PART, "http without encryption: for trying things out only"));
            findings.add(Finding.note(PART, "the key cannot be checked without a test event"));
        } catch (UnknownHostException unknown) {
            findings.add(Finding.broken(PART, host + " has no address: check [inbox] api_url and the DNS"));
        } catch (SSLException refused) {
            findings.add(Finding.broken(PART, "the certificate of " + host + " is not trusted ("
                    + refused.getMessage() + "): a proxy that looks into the traffic?"));
        } catch (IOException unreachable) {
            findings.add(Finding.broken(PART, host + " port " + port + " does not answer ("
                    + unreachable.getMessage() + "): check firewall and proxy"));
        }
        return findings;
    }

    private static void connect(String host, InetAddress found, int port, boolean tls) throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(found, port), TIMEOUT_MS);
            if (!tls) return;
            plain.setSoTimeout(TIMEOUT_MS);
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket secure = (SSLSocket) factory.createSocket(plain, host, port, true)) {
                SSLParameters checks = secure.getSSLParameters();
                checks.setEndpointIdentificationAlgorithm("HTTPS");
                secure.setSSLParameters(checks);
                secure.startHandshake();
            }
        }
    }
}
