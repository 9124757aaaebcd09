package io.deskbell.source;

import io.deskbell.call.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
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

    private final IntFunction<Reason> refused;
    private final Reason advice;
    private final OkHttpClient client;
    private final WebSocket socket;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    private sealed interface Arrival {
        record Open() implements Arrival {
        }

        record Message(String text) implements Arrival {
        }

        record Lost(Reason why) implements Arrival {
        }
    }

    private MessageSocket(OkHttpClient.Builder like, Request request, Reason advice, IntFunction<Reason> refused) {
        this.advice = advice;
        this.refused = refused;
        client = like.connectTimeout(TIMEOUT).readTimeout(TIMEOUT).pingInterval(ALIVE)
                .dispatcher(new Dispatcher(Executors.newVirtualThreadPerTaskExecutor())).build();
        socket = client.newWebSocket(request, new Ear());
    }

    /**
     * @param url begins with ws: or wss:
     * @param advice what to do when nobody is there
     * @throws LineLostException in words, when it cannot be opened
     */
    public static MessageSocket open(String url, Reason advice) throws IOException, InterruptedException {
        Request request = new Request.Builder().url(url).build();
        String where = where(request);
        return open(new OkHttpClient.Builder(), request, advice,
                code -> Reason.of(SourceReason.NO_WEBSOCKET, where, code, advice));
    }

    /**
     * The same where more has to be said to be let in.
     *
     * @param refused why, by the status that came in the place of a websocket
     */
    public static MessageSocket open(OkHttpClient.Builder like, Request request, Reason advice,
                                     IntFunction<Reason> refused) throws IOException, InterruptedException {
        MessageSocket opening = new MessageSocket(like, request, advice, refused);
        try {
            return switch (opening.arrivals.take()) {
                case Arrival.Lost lost -> {
                    opening.close();
                    throw new LineLostException(lost.why());
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
        return text(arrivals.take());
    }

    /** The same; empty when none comes within that time. */
    public Optional<String> next(Duration patience) throws LineLostException, InterruptedException {
        Arrival arrival = arrivals.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        return arrival == null ? Optional.empty() : Optional.of(text(arrival));
    }

    private static String text(Arrival arrival) throws LineLostException {
        return switch (arrival) {
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

    private static String where(Request request) {
        return request.url().host() + " port " + request.url().port();
    }

    private final class Ear extends WebSocketListener {
        private volatile boolean wasOpened;

        @Override
        public void onOpen(WebSocket open, Response response) {
            wasOpened = true;
            arrivals.add(new Arrival.Open());
        }

        @Override
        public void onMessage(WebSocket open, String text) {
            if (text.length() <= LONGEST) arrivals.add(new Arrival.Message(text));
        }

        @Override
        public void onClosing(WebSocket closing, int code, String reason) {
            closing.close(code == 1005 ? 1000 : code, null); // RFC 6455 §7.4.1: 1005 is never sent.
            arrivals.add(new Arrival.Lost(Reason.of(SourceReason.HUNG_UP, where(closing.request()))));
        }

        @Override
        public void onFailure(WebSocket failed, Throwable why, Response response) {
            if (wasOpened) arrivals.add(new Arrival.Lost(Reason.of(SourceReason.LOST, where(failed.request()))));
            else arrivals.add(new Arrival.Lost(response == null
                    ? Reason.of(SourceReason.NO_CONNECTION, where(failed.request()), advice)
                    : refused.apply(response.code())));
        }
    }
}
