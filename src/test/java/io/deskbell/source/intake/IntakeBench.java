package io.deskbell.source.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The intake's answer time at 500 requests a second from 50 connections, for ten seconds. */
public final class IntakeBench {
    private static final int CONNECTIONS = 50;
    private static final int EACH = 100;
    private static final long BETWEEN_NANOS = 100_000_000L;

    private IntakeBench() {
    }

    public static void main(String[] arguments) throws Exception {
        long[] taken = new long[CONNECTIONS * EACH];
        long begun = System.nanoTime();
        try (IntakeOnTheWire intake = IntakeOnTheWire.open()) {
            List<Thread> phones = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int phone = i;
                phones.add(Thread.ofVirtual().start(() -> ask(intake.port(), phone, taken)));
            }
            for (Thread phone : phones) {
                phone.join();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Arrays.sort(taken);
        System.out.printf("%d answers, %.0f a second: median %.2f ms, p99 %.2f ms, longest %.2f ms%n", taken.length,
                taken.length / seconds, taken[taken.length / 2] / 1e6, taken[taken.length * 99 / 100] / 1e6,
                taken[taken.length - 1] / 1e6);
    }

    private static void ask(int port, int phone, long[] taken) {
        byte[] request = ("GET /" + IntakeOnTheWire.TOKEN + "/yealink?event=incoming&call=" + phone
                + "&remote=0612345678 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            long due = System.nanoTime() + phone * BETWEEN_NANOS / CONNECTIONS;
            for (int i = 0; i < EACH; i++) {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                long begun = System.nanoTime();
                socket.getOutputStream().write(request);
                readAnswer(socket.getInputStream());
                taken[phone * EACH + i] = System.nanoTime() - begun;
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
