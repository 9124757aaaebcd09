package io.deskbell.source;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * A websocket of a phone, read by one thread in the order of arrival. Another side that vanishes without a farewell is
 * noticed within a minute. Any thread may send.
 */
public final class MessageSocket implements Closeable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ALIVE = Duration.ofSeconds(30);
    private static final int LONGEST = 1 << 20;

    private final OkHttpClient client;
    private final WebSocket socket;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    private sealed interface Arrival {
        record Open() implements Arrival {
        }

        record Message(String text) implements Arrival {
        }

        record Lost(String why) implements Arrival {
        }
    }

    private MessageSocket(String url) {
        client = new OkHttpClient.Builder().connectTimeout(TIMEOUT).readTimeout(TIMEOUT).pingInterval(ALIVE)
                .dispatcher(new Dispatcher(Executors.newVirtualThreadPerTaskExecutor())).build();
        socket = client.newWebSocket(new Request.Builder().url(url).build(), new Ear());
    }

    /**
     * @param url begins with ws: or wss:
     * @param advice what to do when nobody is there
     * @throws LineLostException in words, when it cannot be opened
     */
    public static MessageSocket open(String url, String advice) throws IOException, InterruptedException {
        MessageSocket opening = new MessageSocket(url);
        try {
            return switch (opening.arrivals.take()) {
                case Arrival.Lost lost -> {
                    opening.close();
                    throw new LineLostException(lost.why() + ": " + advice);
                }
                case Arrival.Open open -> opening;
                case Arrival.Message early -> throw new IllegalStateException("a message before the opening");
            };
        } catch (InterruptedException stop) {
            opening.close();
            throw stop;
        }
    }

    /** Blocks for the next message. */
    public String next() throws LineLostException, InterruptedException {
        return switch (arrivals.take()) {
            case Arrival.Message message -> message.text();
            case Arrival.Lost lost -> throw new LineLostException(lost.why());
            case Arrival.Open again -> throw new IllegalStateException("opened twice");
        };
    }

    /** False when the connection is lost, which {@link #next} says too. */
    public boolean send(String text) {
        return socket.send(text);
    }

    @Override
    public void close() {
        socket.cancel();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private final class Ear extends WebSocketListener {
        @Override
        public void onOpen(WebSocket open, Response response) {
            arrivals.add(new Arrival.Open());
        }

        @Override
        public void onMessage(WebSocket open, String text) {
            if (text.length() <= LONGEST) arrivals.add(new Arrival.Message(text));
        }

        @Override
        public void onClosing(WebSocket closing, int code, String reason) {
            closing.close(code == 1005 ? 1000 : code, null); // RFC 6455 §7.4.1: 1005 is never sent.
            arrivals.add(new Arrival.Lost("it ended the connection"));
        }

        @Override
        public void onFailure(WebSocket failed, Throwable why, Response response) {
            String host = failed.request().url().host() + " port " + failed.request().url().port();
            arrivals.add(new Arrival.Lost(response == null ? "no connection to " + host
                    : "no websocket on " + host + " (" + response.code() + ")"));
        }
    }
}
