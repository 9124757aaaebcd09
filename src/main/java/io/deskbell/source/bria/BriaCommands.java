package io.deskbell.source.bria;

import io.deskbell.call.Reason;
import io.deskbell.source.Dialer;
import io.deskbell.source.MessageSocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What is asked of Bria. Any thread may dial; the watching thread hands the answers over. */
final class BriaCommands implements Dialer {
    private static final long PATIENCE_SECONDS = 5;

    private final Map<String, BlockingQueue<BriaFrame>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong transactions = new AtomicLong();
    private volatile Optional<MessageSocket> socket = Optional.empty();

    void to(MessageSocket open) {
        socket = Optional.of(open);
    }

    void toNobody() {
        socket = Optional.empty();
    }

    void askForCalls() {
        socket.ifPresent(open -> open.send(BriaFrame.request("status", transactions.incrementAndGet(),
                "<status>\r\n <type>call</type>\r\n</status>")));
    }

    /** It is what a dialling thread waits for, and nobody else's. */
    boolean isAnswer(String text) {
        if (waiting.isEmpty()) return false;
        BriaFrame frame = BriaFrame.read(text);
        BlockingQueue<BriaFrame> dialling = frame.transaction().map(waiting::remove).orElse(null);
        return dialling != null && dialling.offer(frame);
    }

    /** @param digits with a plus perhaps: nothing in them has to be escaped in XML */
    @Override
    public Outcome dial(String digits, Runnable pickUp) throws InterruptedException {
        Optional<MessageSocket> open = socket;
        if (open.isEmpty()) return new Refused(Reason.of(BriaReason.NOT_CONNECTED));
        long transaction = transactions.incrementAndGet();
        BlockingQueue<BriaFrame> answer = new ArrayBlockingQueue<>(1);
        waiting.put(String.valueOf(transaction), answer);
        try {
            open.get().send(BriaFrame.request("call", transaction, "<dial type=\"audio\">\r\n <number>" + digits
                    + "</number>\r\n <displayName></displayName>\r\n <suppressMainWindow>true</suppressMainWindow>\r\n"
                    + "</dial>"));
            BriaFrame came = answer.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (came == null) return new Refused(Reason.of(BriaReason.SILENT));
            return came.isAnswer() ? new Calling()
                    : new Refused(Reason.of(BriaReason.NOT_DIALLED, came.refusal().orElse("?")));
        } finally {
            waiting.remove(String.valueOf(transaction));
        }
    }
}
