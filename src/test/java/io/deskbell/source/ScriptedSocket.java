package io.deskbell.source;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** The web server of a softphone on the loopback: websockets, and answers in the order they are laid ready. */
public final class ScriptedSocket implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final MockWebServer web = new MockWebServer();
    private final BlockingQueue<WebSocket> opened = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private WebSocket current;

    private ScriptedSocket() throws IOException {
        web.start(InetAddress.getLoopbackAddress(), 0);
    }

    public static ScriptedSocket open() throws IOException {
        return new ScriptedSocket();
    }

    public String url(String scheme) {
        return scheme + "://127.0.0.1:" + web.getPort();
    }

    public ScriptedSocket takesAWebsocket() {
        web.enqueue(new MockResponse.Builder().webSocketUpgrade(new Ear()).build());
        return this;
    }

    public ScriptedSocket answers(int code, String body) {
        web.enqueue(new MockResponse(code, Headers.of(), body));
        return this;
    }

    /** What was asked, by method and path. */
    public String question() throws InterruptedException {
        var asked = web.takeRequest();
        String body = asked.getBody() == null ? "" : asked.getBody().utf8();
        return (asked.getMethod() + " " + asked.getTarget() + " " + body).strip();
    }

    public void awaitConnection() throws InterruptedException {
        current = opened.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(current, "nobody connected");
    }

    public void say(String text) {
        current.send(text);
    }

    public String hear() throws InterruptedException {
        String text = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return text == null ? "nothing" : text;
    }

    public void sayGoodbye() {
        current.close(1001, "going away");
    }

    @Override
    public void close() {
        web.close();
    }

    private final class Ear extends WebSocketListener {
        @Override
        public void onOpen(WebSocket socket, Response response) {
            opened.add(socket);
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            heard.add(text);
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(1000, null);
        }
    }
}
