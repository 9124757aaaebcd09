package io.deskbell.source.asterisk;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/**
 * The manager interface of a {@link PretendAsterisk} over real sockets, plain or TLS, which can be told to misbehave.
 * Its manager user is deskbell with the secret s3cret-of-ami.
 */
public final class AmiServer implements Closeable {
    static final String USER = "deskbell";
    static final String SECRET = "s3cret-of-ami";
    private static final String CHALLENGE = "840415273";

    final PretendAsterisk pbx = new PretendAsterisk(this::event);
    final BlockingQueue<Map<String, String>> actions = new LinkedBlockingQueue<>();
    private final Set<Misbehaviour> misbehaviours = EnumSet.noneOf(Misbehaviour.class);
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private String kept = "";

    /** What it can be told to do wrong. */
    enum Misbehaviour {
        /** Every event twice. */
        REPEAT,
        /** Each second event before the first. */
        REORDER,
        /** The connection ends in the midst of the next line. */
        HALF_LINE,
        /** Nobody is let in. */
        WRONG_LOGIN,
        /** No log-in by challenge. */
        NO_CHALLENGE,
        /** Connections are taken and nothing is ever said. */
        MUTE,
        /** Nothing is answered any more, and nothing told. */
        SILENT,
        /** Events are not delivered: no read = call. */
        NO_EVENTS,
        /** Channels may not be listed: no write = reporting. */
        NO_LIST,
        /** No write = originate. */
        NO_DIAL,
        /** A line without an end before each event. */
        ENDLESS,
        /** It is no Asterisk. */
        NO_ASTERISK
    }

    private AmiServer(ServerSocket server) {
        this.server = server;
        Thread.ofVirtual().name("pretended AMI").start(this::accept);
    }

    public static AmiServer open() throws IOException {
        return open(ServerSocketFactory.getDefault(), 0);
    }

    static AmiServer open(ServerSocketFactory sockets, int port) throws IOException {
        return new AmiServer(sockets.createServerSocket(port, 10, InetAddress.getLoopbackAddress()));
    }

    int port() {
        return server.getLocalPort();
    }

    /** As the section {@code [asterisk]} names it. */
    public String ini() {
        return "host = 127.0.0.1\nport = " + port() + "\nuser = " + USER + "\nsecret = " + SECRET;
    }

    void misbehave(Misbehaviour how) {
        synchronized (pbx) {
            misbehaviours.add(how);
        }
    }

    void behave() {
        synchronized (pbx) {
            misbehaviours.clear();
        }
    }

    /** All connections end without a word. */
    void drop() {
        sessions.forEach(Session::close);
        sessions.clear();
    }

    /** As {@code core restart now} does. */
    void restart() {
        synchronized (pbx) {
            tell("Event: Shutdown\nPrivilege: system,all\nShutdown: Cleanly\nRestart: True");
            pbx.restart();
        }
        drop();
    }

    /** Waits for an action of that name. */
    Map<String, String> awaitAction(String name) throws InterruptedException {
        while (true) {
            Map<String, String> action = actions.poll(20, TimeUnit.SECONDS);
            if (action == null) throw new AssertionError("nobody asked for " + name);
            if (name.equals(action.get("Action"))) return action;
        }
    }

    /** To everybody who is logged in. */
    void tell(String message) {
        sessions.stream().filter(session -> session.loggedIn).forEach(session -> session.send(message));
    }

    @Override
    public void close() throws IOException {
        server.close();
        drop();
    }

    boolean does(Misbehaviour how) {
        return misbehaviours.contains(how);
    }

    private void event(String message) {
        synchronized (pbx) {
            if (does(Misbehaviour.NO_EVENTS) || does(Misbehaviour.SILENT)) return;
            if (does(Misbehaviour.ENDLESS)) tell("Event: Noise\nJunk: " + "x".repeat(1 << 20));
            if (does(Misbehaviour.HALF_LINE)) {
                sessions.forEach(session -> session.write(message.substring(0, message.length() / 2)));
                misbehaviours.remove(Misbehaviour.HALF_LINE);
                drop();
                return;
            }
            if (does(Misbehaviour.REORDER) && kept.isEmpty()) {
                kept = message;
                return;
            }
            tell(message);
            if (does(Misbehaviour.REPEAT)) tell(message);
            if (!kept.isEmpty()) tell(kept);
            kept = "";
        }
    }

    private void accept() {
        try {
            while (true) {
                Session session = new Session(server.accept());
                sessions.add(session);
                Thread.ofVirtual().name("pretended manager").start(session::serve);
            }
        } catch (IOException closed) {
            return;
        }
    }

    /** One manager. */
    private final class Session {
        private final Socket socket;
        private volatile boolean loggedIn;

        Session(Socket socket) {
            this.socket = socket;
        }

        void serve() {
            if (does(Misbehaviour.MUTE)) return;
            try (BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(),
                    StandardCharsets.UTF_8))) {
                write(does(Misbehaviour.NO_ASTERISK) ? "HTTP/1.1 400 Bad Request\r\n\r\n"
                        : "Asterisk Call Manager/5.0.5\r\n");
                Map<String, String> action = new LinkedHashMap<>();
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    int colon = line.indexOf(": ");
                    if (colon > 0) action.put(line.substring(0, colon), line.substring(colon + 2));
                    if (!line.isEmpty()) continue;
                    synchronized (pbx) {
                        if (!does(Misbehaviour.SILENT)) answer(action);
                    }
                    actions.add(action);
                    action = new LinkedHashMap<>();
                }
            } catch (IOException gone) {
                return;
            } finally {
                close();
            }
        }

        private void answer(Map<String, String> action) {
            String id = action.getOrDefault("ActionID", "");
            switch (action.getOrDefault("Action", "")) {
                case "Challenge" -> {
                    if (does(Misbehaviour.NO_CHALLENGE)) respond(id, false, "Message: Must specify AuthType");
                    else respond(id, true, "Challenge: " + CHALLENGE);
                }
                case "Login" -> logIn(action, id);
                case "Ping" -> respond(id, true, "Ping: Pong\nTimestamp: 1764351234.000000");
                case "CoreShowChannels" -> {
                    if (does(Misbehaviour.NO_LIST)) respond(id, false, "Message: Permission denied");
                    else pbx.list(id).forEach(this::send);
                }
                case "ListCommands" -> respond(id, true, "Ping: Keepalive command.  (Priv: <none>)"
                        + (does(Misbehaviour.NO_LIST) ? "" : "\nCoreShowChannels: List currently active channels."
                        + "  (Priv: system,reporting,all)")
                        + (does(Misbehaviour.NO_DIAL) ? "" : "\nOriginate: Originate a call.  (Priv: originate,all)"));
                case "DeviceStateList" -> {
                    respond(id, true, "EventList: start\nMessage: Device State Changes will follow");
                    for (String device : List.of("PJSIP/201", "PJSIP/202", "PJSIP/trunk")) {
                        send("Event: DeviceStateChange\nActionID: " + id + "\nDevice: " + device
                                + "\nState: NOT_INUSE");
                    }
                    send("Event: DeviceStateListComplete\nActionID: " + id + "\nEventList: Complete\nListItems: 3");
                }
                case "Originate" -> {
                    if (does(Misbehaviour.NO_DIAL)) respond(id, false, "Message: Permission denied");
                    else respond(id, true, "Message: Originate successfully queued");
                }
                default -> respond(id, false, "Message: Invalid/unknown command");
            }
        }

        private void logIn(Map<String, String> action, String id) {
            boolean right = USER.equals(action.get("Username"))
                    && (SECRET.equals(action.get("Secret")) || md5(CHALLENGE + SECRET).equals(action.get("Key")));
            loggedIn = right && !does(Misbehaviour.WRONG_LOGIN);
            respond(id, loggedIn, loggedIn ? "Message: Authentication accepted" : "Message: Authentication failed");
            if (loggedIn) send("Event: FullyBooted\nPrivilege: system,all\nStatus: Fully Booted");
            else close();
        }

        private void respond(String id, boolean success, String more) {
            send("Response: " + (success ? "Success" : "Error") + "\nActionID: " + id + "\n" + more);
        }

        void send(String message) {
            write(message.replace("\n", "\r\n") + "\r\n\r\n");
        }

        private synchronized void write(String text) {
            try {
                OutputStream out = socket.getOutputStream();
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException gone) {
                close();
            }
        }

        void close() {
            loggedIn = false;
            try {
                socket.close();
            } catch (IOException already) {
                return;
            }
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
