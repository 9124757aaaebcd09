package io.deskbell.source.intake;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The intake's answer time at 500 requests a second from 50 connections, over twenty seconds, the first of which is not
 * counted: {@code mvn -q test-compile exec:exec@intake}. Phones and intake share this process and its two cores.
 */
public final class IntakeBench {
    private static final int CONNECTIONS = 50;
    private static final int EACH = 200;
    private static final int WARM_UP = 10;
    private static final long BETWEEN_NANOS = 100_000_000L;

    private IntakeBench() {
    }

    public static void main(String[] arguments) throws Exception {
        long[] taken = new long[CONNECTIONS * EACH];
        OperatingSystemMXBean computer = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        try (IntakeOnTheWire intake = IntakeOnTheWire.open()) {
            List<Thread> phones = new ArrayList<>();
            long begun = System.nanoTime();
            long worked = computer.getProcessCpuTime();
            for (int i = 0; i < CONNECTIONS; i++) {
                int phone = i;
                phones.add(Thread.ofVirtual().start(() -> ask(intake.port(), phone, begun, taken)));
            }
            for (Thread phone : phones) phone.join();
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(Locale.ROOT, "%d answers in %.1f s, %.0f a second, %.2f ms of processor time each%n",
                    taken.length, seconds, taken.length / seconds,
                    (computer.getProcessCpuTime() - worked) / 1e6 / taken.length);
        }
        say("in the first second, while everything is compiled", Arrays.copyOf(taken, WARM_UP * CONNECTIONS));
        say("from then on", Arrays.copyOfRange(taken, WARM_UP * CONNECTIONS, taken.length));
    }

    private static void say(String when, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%s: median %.2f ms, p99 %.2f ms, longest %.2f ms%n", when,
                nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6, nanos[nanos.length - 1] / 1e6);
    }

    /** From a moment on, so that who is late once does not stay so; a slow answer delays the next question. */
    private static void ask(int port, int phone, long from, long[] taken) {
        byte[] request = ("GET /" + IntakeOnTheWire.TOKEN + "/yealink?event=incoming&call=" + phone
                + "&remote=0612345678 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            long due = from + phone * BETWEEN_NANOS / CONNECTIONS;
            for (int i = 0; i < EACH; i++) {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                long begun = System.nanoTime();
                socket.getOutputStream().write(request);
                readAnswer(socket.getInputStream());
                taken[i * CONNECTIONS + phone] = System.nanoTime() - begun;
                due += BETWEEN_NANOS;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void readAnswer(InputStream in) throws IOException {
        int blank = 0;
        StringBuilder head = new StringBuilder();
        while (blank < 4) {
            int next = in.read();
            if (next < 0) throw new IOException("no answer");
            head.append((char) next);
            blank = next == '\r' || next == '\n' ? blank + 1 : 0;
        }
        if (!head.toString().startsWith("HTTP/1.1 200")) throw new IOException("refused");
    }
}
