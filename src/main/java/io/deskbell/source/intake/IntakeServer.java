package io.deskbell.source.intake;

import io.deskbell.config.IntakeSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listener: {@code /{token}/{profile}?name=value...} by GET, or posted. Each connection has a virtual thread, a
 * deadline for each request and a place; when all places are taken, those who knock wait outside.
 */
final class IntakeServer implements AutoCloseable {
    static final int PLACES = 200;
    /** No one address can take them all. */
    static final int PLACES_OF_ONE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(IntakeServer.class);
    private static final int WAITING_OUTSIDE = 200;

    private final ServerSocket door;
    private final Gate gate;
    private final IntakeSource source;
    private final Duration longest;
    private final Semaphore places = new Semaphore(PLACES);
    private final Set<Socket> inside = ConcurrentHashMap.newKeySet();

    private IntakeServer(ServerSocket door, Gate gate, IntakeSource source, Duration longest) {
        this.door = door;
        this.longest = longest;
        this.gate = gate;
        this.source = source;
    }

    /** @param longest that the reading of one request may take */
    static IntakeServer open(IntakeSettings settings, IntakeSource source, Duration longest) throws IOException {
        ServerSocket door = new ServerSocket();
        try {
            door.setReuseAddress(!System.getProperty("os.name").startsWith("Windows"));
            door.bind(new InetSocketAddress(InetAddress.getByName(settings.bind()), settings.port()), WAITING_OUTSIDE);
        } catch (IOException unbound) {
            door.close();
            throw unbound;
        }
        return new IntakeServer(door, new Gate(settings, System::nanoTime), source, longest);
    }

    void start() {
        Thread.ofVirtual().name("intake-door").start(this::accept);
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : inside) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                places.acquire();
                Socket visitor = door.accept();
                Optional<Refusal> refusal = refusal(visitor);
                inside.add(visitor);
                Thread.ofVirtual().name("intake").start(() -> attend(visitor, refusal));
            }
        } catch (IOException closed) {
            LOG.debug("the intake is closed");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void attend(Socket visitor, Optional<Refusal> refusal) {
        try (visitor) {
            visitor.setTcpNoDelay(true);
            refusal.ifPresent(why -> source.turnedAway().add(visitor.getInetAddress(), why));
            if (refusal.isEmpty()) talk(visitor);
        } catch (SocketException gone) {
            LOG.debug("a visitor left");
        } catch (IOException unheard) {
            LOG.debug("a visitor was not heard to the end: {}", unheard.getClass().getSimpleName());
        } finally {
            inside.remove(visitor);
            places.release();
        }
    }

    private Optional<Refusal> refusal(Socket visitor) {
        if (!gate.letsIn(visitor.getInetAddress())) return Optional.of(Refusal.ADDRESS);
        return hasManyInside(visitor) ? Optional.of(Refusal.CROWD) : Optional.empty();
    }

    private boolean hasManyInside(Socket visitor) {
        return inside.stream().filter(one -> one.getInetAddress().equals(visitor.getInetAddress())).count()
                >= PLACES_OF_ONE;
    }

    /** This computer may call itself by any of its addresses; then both ends are the same. */
    static boolean isAnotherDevice(InetAddress theirs, InetAddress ours) {
        return !theirs.isLoopbackAddress() && !theirs.equals(ours);
    }

    private void talk(Socket visitor) throws IOException {
        Patience patience = new Patience(visitor, longest, System::nanoTime);
        new Talk(patience, visitor.getOutputStream()).hold(patience::begin,
                request -> answer(request, visitor), why -> source.turnedAway().add(visitor.getInetAddress(), why));
    }

    private Answer answer(HttpRequest request, Socket visitor) {
        if (isAnotherDevice(visitor.getInetAddress(), visitor.getLocalAddress())) source.wasReached();
        InetAddress from = visitor.getInetAddress();
        Optional<Refusal> refusal = gate.hasRoom() ? gate.refusal(request) : Optional.of(Refusal.FLOOD);
        if (refusal.isPresent()) return refused(from, refusal.get());
        Optional<Answer> status = Proof.asked(request).filter(nonce -> from.equals(visitor.getLocalAddress()))
                .map(nonce -> new Answer(200, gate.proof(nonce) + "\n" + source.status()));
        if (status.isPresent()) return status.get();
        Optional<Hook> hook = Hook.of(request, from).filter(told -> gate.isToken(told.token()));
        if (hook.isEmpty()) return refused(from, Refusal.TOKEN);
        Answer answer = source.take(request, hook.get(), from);
        if (answer.isTaken()) LOG.debug("taken from {}: {}", from.getHostAddress(), hook.get().profile());
        else LOG.warn("not taken from {}: {}", from.getHostAddress(), answer.words());
        return answer;
    }

    private Answer refused(InetAddress from, Refusal why) {
        source.turnedAway().add(from, why);
        return why.answer();
    }
}
