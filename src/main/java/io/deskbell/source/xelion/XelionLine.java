package io.deskbell.source.xelion;

import io.deskbell.source.LineLostException;
import io.deskbell.source.MessageSocket;
import java.io.Closeable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * All that comes in, for the one thread that watches: notifications, answers to questions that were asked beside them,
 * and the end of the line, each in the order of arrival.
 */
final class XelionLine implements Closeable {
    private final MessageSocket socket;
    private final XelionSession session;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Thread ear;

    /** What comes in. */
    sealed interface Arrival {
        record Said(String text) implements Arrival {
        }

        /** @param question its kind, as on the tape */
        record Answered(String question, XelionAnswer answer) implements Arrival {
        }

        record Unanswered(String question, LineLostException why) implements Arrival {
        }

        record Dialled(String number) implements Arrival {
        }

        record Lost(LineLostException why) implements Arrival {
        }
    }

    /** A question, by the kind of its answer. */
    record Question(String kind, String path) {
    }

    XelionLine(MessageSocket socket, XelionSession session) {
        this.socket = socket;
        this.session = session;
        this.ear = Thread.ofVirtual().name("xelion-ear").start(this::listen);
    }

    void say(String text) {
        socket.send(text);
    }

    /** Empty when nothing came within that time. */
    Optional<Arrival> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(arrivals.poll(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS));
    }

    void note(Arrival arrival) {
        arrivals.add(arrival);
    }

    /** Asks on a thread of its own: the answer arrives with the rest. */
    void ask(Question question) {
        Thread.ofVirtual().name("xelion-question").start(() -> {
            try {
                arrivals.add(new Arrival.Answered(question.kind(), session.ask("GET", question.path(), "")));
            } catch (LineLostException why) {
                arrivals.add(new Arrival.Unanswered(question.kind(), why));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        ear.interrupt();
        socket.close();
    }

    private void listen() {
        try {
            while (true) {
                arrivals.add(new Arrival.Said(socket.next()));
            }
        } catch (LineLostException why) {
            arrivals.add(new Arrival.Lost(why));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
