package io.deskbell.source.sip;

import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PemTrust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens the way to an endpoint. */
final class Connector {
    private final Optional<Path> certificate;
    private final LocalAddress localAddress;
    private final Duration patience;

    Connector(Optional<Path> certificate, LocalAddress localAddress, Duration patience) {
        this.certificate = certificate;
        this.localAddress = localAddress;
        this.patience = patience;
    }

    Transport open(Endpoint endpoint, Mailbox mailbox) throws IOException, InterruptedException {
        if (endpoint.kind() == TransportKind.UDP) return UdpTransport.open(local(endpoint), mailbox);
        if (endpoint.kind().isWebsocket()) {
            return WebSocketTransport.open(endpoint, certificate, patience, mailbox);
        }
        Socket socket = new Socket();
        try {
            Socket connected = Interruptibly.call(() -> connected(socket, endpoint));
            return StreamTransport.over(endpoint.kind(), connected, mailbox);
        } catch (InterruptedException stop) {
            socket.close(); // It may have been connected in the same moment.
            throw stop;
        }
    }

    private InetAddress local(Endpoint endpoint) throws LineLostException {
        try {
            return localAddress.towards(endpoint.address());
        } catch (IOException none) {
            throw new LineLostException(SipReason.NO_NETWORK_TO.of(endpoint.host()));
        }
    }

    private Socket connected(Socket socket, Endpoint endpoint) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.connect(endpoint.address(), (int) patience.toMillis());
            return endpoint.kind() == TransportKind.TLS ? secured(socket, endpoint) : socket;
        } catch (IOException failed) {
            socket.close();
            throw explained(failed, endpoint);
        }
    }

    /** The name is checked as for HTTPS, which is near enough to RFC 5922 §7.1: subject alternative names. */
    private Socket secured(Socket socket, Endpoint endpoint) throws IOException {
        SSLSocketFactory factory = PemTrust.sockets(certificate);
        int port = endpoint.address().getPort();
        SSLSocket secured = (SSLSocket) factory.createSocket(socket, endpoint.host(), port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout((int) patience.toMillis());
        secured.startHandshake();
        secured.setSoTimeout(0);
        return secured;
    }

    static LineLostException explained(IOException failed, Endpoint endpoint) {
        Reason server = SipReason.PLACE.of(endpoint.host(), endpoint.address().getPort());
        if (!(failed instanceof SSLException)) {
            return new LineLostException(SipReason.UNREACHABLE.of(server, endpoint.kind(),
                    LineLostException.reasonOf(failed)));
        }
        boolean distrusted = failed.getCause() instanceof CertificateException;
        String why = distrusted ? failed.getCause().getMessage() : failed.getMessage();
        return new LineLostException((distrusted ? SipReason.DISTRUSTED : SipReason.NO_TLS).of(server,
                String.valueOf(why)));
    }
}
