package io.deskbell;

import io.deskbell.call.CallReport;
import io.deskbell.config.Config;
import io.deskbell.sandbox.DeskIni;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.sip.ScriptedPbx;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * From a NOTIFY on the wire to the register event on the wire, the whole companion between: reader, tracker, database
 * with its fsync, courier. Prints median and p99 over 1,000 calls, and what an fsync alone takes on the same disk.
 */
public final class LatencyBench {
    private static final int WARM = 200;
    private static final int CALLS = 1_000;
    private static final String BODY = """
            <?xml version="1.0"?>
            <dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="%d" state="full" entity="sip:201@pbx">
              <dialog id="d%d" call-id="call-%d" direction="recipient">
                <state>%s</state>
                <remote><identity>sip:+316%08d@127.0.0.1</identity></remote>
                <local><identity>sip:201@127.0.0.1</identity></local>
              </dialog>
            </dialog-info>
            """;

    private final ScriptedPbx pbx;
    private final Sink sink;
    private int version;

    private LatencyBench(ScriptedPbx pbx, Sink sink) {
        this.pbx = pbx;
        this.sink = sink;
    }

    public static void main(String[] arguments) throws Exception {
        LogSetup.onlyTrouble();
        Path data = Files.createTempDirectory(Path.of("target"), "latency");
        try (ScriptedPbx pbx = ScriptedPbx.udp(); Sink sink = new Sink()) {
            pbx.showing(BODY.formatted(0, 0, 0, "terminated", 0));
            Config config = Config.parse("bench", DeskIni.of("201", "http://127.0.0.1:" + sink.port(), "bench", "sip",
                    "server = " + pbx.uri()));
            Clock quick = new QuickClock();
            PhoneSource phone = new InQuickTime(PhoneSources.of(config, Clock.systemUTC()).getFirst(), quick);
            Companion companion = new Companion(config, data, new Companion.Parts(
                    List.of(phone), address -> { }, List.of(), List.of(), quick));
            companion.start();
            pbx.awaitWatcher();
            new LatencyBench(pbx, sink).measure();
            companion.stop();
        }
        print("fsync alone", fsyncs(data.resolve("fsync")));
    }

    private void measure() throws IOException, InterruptedException {
        for (int i = 1; i <= WARM; i++) call(i);
        long[] answered = new long[CALLS];
        long[] ended = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long[] both = call(WARM + 1 + i);
            answered[i] = both[0];
            ended[i] = both[1];
        }
        print("NOTIFY in to Answered out", answered);
        print("NOTIFY in to Disconnected out", ended);
    }

    private long[] call(int number) throws IOException, InterruptedException {
        notify(number, "early");
        long answer = System.nanoTime();
        notify(number, "confirmed");
        long answered = sink.next() - answer;
        long end = System.nanoTime();
        notify(number, "terminated");
        return new long[] {answered, sink.next() - end};
    }

    private void notify(int number, String state) throws IOException {
        pbx.notifies(BODY.formatted(++version, number, number, state, 10_000_000 + number));
    }

    private static long[] fsyncs(Path file) throws IOException {
        long[] taken = new long[CALLS];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < CALLS; i++) {
                channel.write(ByteBuffer.allocate(4096));
                long begun = System.nanoTime();
                channel.force(false);
                taken[i] = System.nanoTime() - begun;
            }
        }
        return taken;
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf("%-30s median %6.2f ms, p99 %6.2f ms over %,d%n", what, nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6, nanos.length);
    }

    /** Runs three hundred times as fast as the sun, so that the API's limits do not pace the calls. */
    private static final class QuickClock extends Clock {
        private final Instant begun = Instant.now();
        private final long from = System.nanoTime();

        @Override
        public Instant instant() {
            return begun.plus(Duration.ofNanos(300 * (System.nanoTime() - from)));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /**
     * Reports at the quick clock's time what the source saw in the sun's: a source that saw the quick clock would take
     * it for the computer waking up, as soon as the bench lasts so long that it looks.
     */
    private record InQuickTime(PhoneSource source, Clock quick) implements PhoneSource {
        @Override
        public String name() {
            return source.name();
        }

        @Override
        public String description() {
            return source.description();
        }

        @Override
        public void watch(PhoneListener listener) throws IOException, InterruptedException {
            source.watch(new PhoneListener() {
                @Override
                public void watching() throws InterruptedException {
                    listener.watching();
                }

                @Override
                public void report(CallReport report) throws InterruptedException {
                    listener.report(now(report));
                }

                @Override
                public void snapshot(List<CallReport> reports, Instant at) throws InterruptedException {
                    listener.snapshot(reports.stream().map(InQuickTime.this::now).toList(), quick.instant());
                }
            });
        }

        private CallReport now(CallReport seen) {
            return new CallReport(seen.key(), seen.state(), quick.instant(), seen.aliases(), seen.direction(),
                    seen.party(), seen.referrer(), seen.reason(), seen.transfer(), seen.transferredBy(),
                    seen.filterValue(), seen.wholeCallInSight());
        }
    }

    /** Accepts every event and notes when its last byte was there. */
    private static final class Sink implements AutoCloseable {
        private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();

        Sink() throws IOException {
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return listening.getLocalPort();
        }

        long next() throws InterruptedException {
            Long arrived = arrivals.poll(30, TimeUnit.SECONDS);
            if (arrived == null) throw new IllegalStateException("no event came within 30 s");
            return arrived;
        }

        private void accept() {
            while (!listening.isClosed()) {
                try {
                    Socket client = listening.accept();
                    client.setTcpNoDelay(true);
                    Thread.ofVirtual().start(() -> serve(client));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void serve(Socket client) {
            byte[] accepted = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            try (client) {
                InputStream in = new BufferedInputStream(client.getInputStream());
                while (readRequest(in)) {
                    arrivals.add(System.nanoTime());
                    client.getOutputStream().write(accepted);
                }
            } catch (IOException gone) {
                // The bench is over.
            }
        }

        private static boolean readRequest(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) return false;
                head.append((char) next);
            }
            int length = Integer.parseInt(head.toString().replaceFirst("(?is).*content-length: *([0-9]+).*", "$1"));
            return in.readNBytes(length).length == length;
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }
}
