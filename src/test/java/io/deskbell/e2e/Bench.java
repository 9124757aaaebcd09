package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A telephone system, an Agent Inbox, and whatever phones and companions a scenario asks for; all end with it. */
final class Bench implements AutoCloseable {
    private final Path folder;
    private final Kamailio pbx;
    private final ScriptedInbox inbox;
    private final Deque<Closeable> open = new ArrayDeque<>();
    private final List<DeskbellProcess> companions = new ArrayList<>();

    private Bench(Path folder, Kamailio pbx, ScriptedInbox inbox) {
        this.folder = folder;
        this.pbx = pbx;
        this.inbox = inbox;
        open.push(inbox);
        open.push(pbx);
    }

    static Bench of(Path folder, KamailioSetup setup) throws IOException, InterruptedException {
        Parts.image();
        return new Bench(folder, Kamailio.start(folder, setup), ScriptedInbox.start());
    }

    Kamailio pbx() {
        return pbx;
    }

    ScriptedInbox inbox() {
        return inbox;
    }

    Baresip phone(String user) throws IOException, InterruptedException {
        return phone(user, 4);
    }

    Baresip phone(String user, int mostCalls) throws IOException, InterruptedException {
        Baresip phone = Baresip.start(folder, pbx, user, mostCalls);
        open.push(phone);
        return phone;
    }

    Linphone linphone(String user) throws IOException, InterruptedException {
        Linphone phone = Linphone.start(folder, pbx, user);
        open.push(phone);
        return phone;
    }

    DeskbellProcess companionOf(String extension) throws IOException, InterruptedException {
        return companion(DeskbellIni.of(extension, inbox, pbx));
    }

    /** With a configuration of its own, for a phone that is not watched over SIP. */
    DeskbellProcess companion(String ini) throws IOException, InterruptedException {
        DeskbellProcess companion = DeskbellProcess.start(Parts.image(), folder.resolve("deskbell of 201"), ini);
        open.push(companion);
        companions.add(companion);
        companion.awaitWatching();
        return companion;
    }

    DeskbellProcess companion(DeskbellIni ini) throws IOException, InterruptedException {
        DeskbellProcess companion = DeskbellProcess.watching(folder, ini);
        open.push(companion);
        companions.add(companion);
        return companion;
    }

    /**
     * A customer calls and the agent answers; Agent Inbox knows of it when this returns. Nobody answers before the
     * companion has seen the ring: answered within milliseconds, a call's answer may never be shown by Kamailio.
     */
    void talk(Baresip customer, Baresip agent, String number) throws IOException, InterruptedException {
        int before = inbox.registrations().all().size();
        customer.dial(number);
        agent.awaitRinging();
        if (!companions.isEmpty()) companions.getLast().awaitRinging();
        agent.accept();
        customer.awaitTalking();
        awaitRegistrations(before + 1);
    }

    void awaitRegistrations(int count) throws InterruptedException {
        assertTrue(inbox.registrations().reaches(count, Transcript.PATIENCE), this::log);
    }

    /** All that Agent Inbox received, in order, and nothing else. */
    void assertReceived(String... expected) throws InterruptedException {
        assertReceivedWithin(Transcript.PATIENCE, expected);
    }

    void assertReceivedWithin(Duration patience, String... expected) throws InterruptedException {
        assertEquals(String.join("\n", expected), String.join("\n", inbox.received(expected.length, patience)),
                this::log);
    }

    private String log() {
        StringBuilder log = new StringBuilder("The companion said:\n");
        companions.forEach(companion -> log.append(companion.log()).append('\n'));
        return log.append("\nAgent Inbox received ").append(inbox.registrations().lines()).toString();
    }

    @Override
    public void close() throws IOException {
        List<String> failures = new ArrayList<>();
        while (!open.isEmpty()) {
            close(open.pop(), failures);
        }
        if (!failures.isEmpty()) throw new IOException(String.join("; ", failures));
    }

    private static void close(Closeable part, List<String> failures) {
        try {
            part.close();
        } catch (IOException failed) {
            failures.add(part + ": " + failed.getMessage());
        }
    }
}
