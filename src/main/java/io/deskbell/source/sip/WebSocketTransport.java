package io.deskbell.source.sip;

import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PemTrust;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A websocket, plain or secure (RFC 7118): each of its messages is one of SIP. Asked by pings whether it is still
 * there; when it ends, the mailbox hears of it once.
 */
final class WebSocketTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(WebSocketTransport.class);
    private static final Duration ALIVE = Duration.ofSeconds(25); // Most routers forget after half a minute or more.
    private static final int FAREWELL = 1_000; // RFC 6455 §7.4.1.

    private final Endpoint endpoint;
    private final Mailbox mailbox;
    private final OkHttpClient client;
    private final WebSocket socket;
    private final LastSocket sockets = new LastSocket();
    private final CompletableFuture<InetSocketAddress> opened = new CompletableFuture<>();
    private final AtomicBoolean lost = new AtomicBoolean();

    private WebSocketTransport(Endpoint endpoint, OkHttpClient.Builder trusting, Duration patience, Mailbox mailbox) {
        this.endpoint = endpoint;
        this.mailbox = mailbox;
        client = trusting.connectTimeout(patience).readTimeout(patience).writeTimeout(patience).pingInterval(ALIVE)
                .followRedirects(false).followSslRedirects(false).socketFactory(sockets)
                .dns(host -> host.equals(endpoint.host()) ? List.of(endpoint.address().getAddress())
                        : Dns.SYSTEM.lookup(host))
                .dispatcher(new Dispatcher(Executors.newVirtualThreadPerTaskExecutor())).build();
        String url = (endpoint.kind() == TransportKind.WSS ? "wss://" : "ws://")
                + SipUri.bracketed(endpoint.host()) + ":" + endpoint.address().getPort() + endpoint.path();
        socket = client.newWebSocket(new Request.Builder().url(url).header("Sec-WebSocket-Protocol", "sip").build(),
                new Ear());
    }

    /** @throws LineLostException in words, when it cannot be opened */
    static WebSocketTransport open(Endpoint endpoint, Optional<Path> certificate, Duration patience, Mailbox mailbox)
            throws IOException, InterruptedException {
        OkHttpClient.Builder trusting = new OkHttpClient.Builder();
        if (endpoint.kind() == TransportKind.WSS) PemTrust.add(trusting, certificate);
        WebSocketTransport opening = new WebSocketTransport(endpoint, trusting, patience, mailbox);
        try {
            opening.opened.get();
            return opening;
        } catch (InterruptedException stop) {
            opening.abandon();
            throw stop;
        } catch (ExecutionException failed) {
            opening.abandon();
            throw failed.getCause() instanceof IOException known ? known : new IOException(failed.getCause());
        }
    }

    @Override
    public TransportKind kind() {
        return endpoint.kind();
    }

    @Override
    public InetSocketAddress local() {
        return opened.join();
    }

    /** Keep-alives are left to the websocket's own (RFC 7118 §6). */
    @Override
    public void send(byte[] bytes, InetSocketAddress to) throws IOException {
        if (SipParser.firstLine(bytes, bytes.length) == bytes.length) return;
        ByteString octets = ByteString.of(bytes);
        boolean text = octets.equals(ByteString.encodeUtf8(octets.utf8()));
        boolean sent = text ? socket.send(octets.utf8()) : socket.send(octets);
        if (!sent) throw new LineLostException(SipReason.CLOSED.of());
    }

    @Override
    public void close() {
        lost.set(true); // By ourselves.
        boolean polite = socket.close(FAREWELL, null);
        if (!polite) socket.cancel();
        client.dispatcher().executorService().shutdown();
    }

    private void abandon() {
        lost.set(true);
        socket.cancel();
        client.dispatcher().executorService().shutdown();
    }

    private void lost(Reason why) {
        if (lost.getAndSet(true)) return;
        try {
            mailbox.put(new Mailbox.ConnectionLost(why));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(byte[] bytes) {
        if (SipParser.firstLine(bytes, bytes.length) == bytes.length) return; // A keep-alive.
        if (bytes.length > SipParser.LARGEST_ON_STREAM) return;
        try {
            mailbox.put(new Mailbox.Received(SipParser.datagram(bytes), endpoint.address()));
        } catch (SipParseException unreadable) {
            LOG.debug("A message of {} octets was left out: {}", bytes.length, unreadable.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            socket.cancel();
        }
    }

    /** On the websocket's own reading thread, which waits while the mailbox is full. */
    private final class Ear extends WebSocketListener {
        @Override
        public void onOpen(WebSocket open, Response response) {
            opened.complete(sockets.local());
        }

        @Override
        public void onMessage(WebSocket open, String text) {
            take(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void onMessage(WebSocket open, ByteString bytes) {
            take(bytes.toByteArray());
        }

        @Override
        public void onClosing(WebSocket closing, int code, String reason) {
            closing.close(FAREWELL, null);
            lost(SipReason.CLOSED.of());
        }

        @Override
        public void onFailure(WebSocket failed, Throwable why, Response response) {
            IOException trouble = why instanceof IOException known ? known : new IOException(why);
            if (opened.completeExceptionally(response == null ? Connector.explained(trouble, endpoint)
                    : new LineLostException(SipReason.NO_WEBSOCKET.of(SipReason.PLACE.of(endpoint.host(),
                            endpoint.address().getPort()), response.code())))) {
                return;
            }
            lost(trouble instanceof EOFException ? SipReason.CLOSED.of()
                    : LineLostException.reasonOf(trouble));
        }
    }
}
