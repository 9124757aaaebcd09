package io.deskbell.source;

import io.deskbell.call.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;

/**
 * A connection to a port on which a phone tells of its calls. One that vanishes without a farewell is noticed within
 * two minutes. Interrupting the virtual thread that reads ends the reading: see {@link #trouble}.
 */
public final class PhonePort implements Closeable {
    private static final int TIMEOUT_MS = 5_000;
    /** Seconds of silence before the first question whether it is still there, between questions, and how many. */
    private static final Map<SocketOption<Integer>, Integer> ALIVE = Map.of(ExtendedSocketOptions.TCP_KEEPIDLE, 60,
            ExtendedSocketOptions.TCP_KEEPINTERVAL, 15, ExtendedSocketOptions.TCP_KEEPCOUNT, 4);

    private final Socket socket;
    private final InputStream in;

    private PhonePort(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new java.io.BufferedInputStream(socket.getInputStream());
    }

    /**
     * @param advice what to do when no connection is taken there
     * @throws LineLostException in words, when nobody is there
     */
    public static PhonePort open(String host, int port, Reason advice) throws IOException, InterruptedException {
        return new PhonePort(connect(host, port, advice));
    }

    /**
     * The same, encrypted.
     *
     * @throws SSLException when the other end is not to be trusted, or speaks no TLS
     */
    public static PhonePort openTls(String host, int port, PinnedCertificate certificate, Reason advice)
            throws IOException, InterruptedException {
        Socket plain = connect(host, port, advice);
        try {
            SSLSocket socket = (SSLSocket) certificate.sockets().createSocket(plain, host, port, true);
            if (!certificate.isPinned()) {
                SSLParameters named = socket.getSSLParameters();
                named.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(named);
            }
            socket.setSoTimeout(TIMEOUT_MS);
            socket.startHandshake();
            socket.setSoTimeout(0);
            return new PhonePort(socket);
        } catch (SSLException distrusted) {
            plain.close();
            throw distrusted;
        } catch (IOException failed) {
            plain.close();
            throw trouble(failed, host + " port " + port);
        }
    }

    private static Socket connect(String host, int port, Reason advice) throws IOException, InterruptedException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MS);
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            for (Map.Entry<SocketOption<Integer>, Integer> option : ALIVE.entrySet()) {
                if (socket.supportedOptions().contains(option.getKey())) {
                    socket.setOption(option.getKey(), option.getValue());
                }
            }
            return socket;
        } catch (ConnectException refused) {
            socket.close();
            throw new LineLostException(Reason.of(SourceReason.NO_CONNECTION, host + " port " + port, advice));
        } catch (IOException failed) {
            socket.close();
            throw trouble(failed, host + " port " + port);
        }
    }

    /** How long reading takes until it ends with a {@link java.net.SocketTimeoutException}; zero: for ever. */
    public void waitsFor(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
    }

    /** The next octet, or -1 when the other side has ended. */
    public int read() throws IOException {
        return in.read();
    }

    /** So many octets, or fewer where the other side ended in the midst of them. */
    public byte[] read(int count) throws IOException {
        return in.readNBytes(count);
    }

    public void write(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * What to throw when the network failed. An interrupted virtual thread finds its socket closed under it.
     *
     * @param where for people, "fritz.box port 1012", or a reason that says it in each language
     */
    public static LineLostException trouble(IOException failed, Object where) throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        return switch (failed) {
            case LineLostException known -> known;
            case UnknownHostException nobody -> new LineLostException(Reason.of(SourceReason.NO_NAME, where));
            case InterruptedIOException silent -> new LineLostException(Reason.of(SourceReason.SILENT, where));
            default -> new LineLostException(Reason.of(SourceReason.LOST, where));
        };
    }
}
