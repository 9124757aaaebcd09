package io.deskbell.desktop;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on the loopback and lets in who says the password. Anybody at this computer can knock: a stranger gets no
 * answer, holds a place for a second at most, and there are so many places and no more.
 */
final class Doorkeeper implements AutoCloseable {
    static final int PLACES = 128;
    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
    private static final int WAITING_OUTSIDE = 50;
    private static final long LONGEST_NANOS = 1_000_000_000L;

    private final ServerSocket door;
    private final DoorAddress address;
    private final Requests requests;
    private final Semaphore places = new Semaphore(PLACES);

    private Doorkeeper(ServerSocket door, DoorAddress address, Requests requests) {
        this.door = door;
        this.address = address;
        this.requests = requests;
    }

    static Doorkeeper open(Requests requests) throws IOException {
        byte[] password = new byte[16];
        new SecureRandom().nextBytes(password);
        ServerSocket door = new ServerSocket(0, WAITING_OUTSIDE, InetAddress.getLoopbackAddress());
        DoorAddress address = new DoorAddress(door.getLocalPort(), HexFormat.of().formatHex(password));
        Doorkeeper keeper = new Doorkeeper(door, address, requests);
        Thread.ofPlatform().daemon().name("doorkeeper").start(keeper::keep);
        return keeper;
    }

    DoorAddress address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void keep() {
        try {
            while (true) {
                places.acquire();
                Socket visitor = door.accept();
                Thread.ofVirtual().name("visitor").start(() -> attend(visitor));
            }
        } catch (IOException closed) {
            LOG.debug("the door is closed");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void attend(Socket visitor) {
        try (visitor) {
            DataInputStream in = new DataInputStream(new Hearing(visitor));
            if (!isPassword(in.readUTF())) return;
            Reply reply = requests.answer(Wording.read(in));
            DataOutputStream out = new DataOutputStream(visitor.getOutputStream());
            out.writeByte(reply.exit());
            out.writeUTF(reply.words());
        } catch (IOException strangerOrGone) {
            LOG.debug("a visitor was not understood");
        } catch (RuntimeException surprise) {
            LOG.error("a request could not be done: {}", surprise.getClass().getSimpleName());
        } finally {
            places.release();
        }
    }

    private boolean isPassword(String said) {
        return MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8),
                address.password().getBytes(StandardCharsets.UTF_8));
    }

    /** What a visitor says in its time and within bounds; nothing it says after is heard. */
    private static final class Hearing extends InputStream {
        private final Socket visitor;
        private final long deadline = System.nanoTime() + LONGEST_NANOS;
        private int left = Wording.MOST_BYTES + 64;

        Hearing(Socket visitor) {
            this.visitor = visitor;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0 || left <= 0) throw new SocketTimeoutException("enough");
            visitor.setSoTimeout((int) millis);
            int got = visitor.getInputStream().read(into, from, Math.min(most, left));
            left -= Math.max(got, 0);
            return got;
        }
    }
}
