package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class SpeakOnceTest {
    private final Logger log = (Logger) LoggerFactory.getLogger("io.deskbell.outbox");
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final CourierRig rig = new CourierRig();

    @BeforeEach
    void listen() {
        said.start();
        log.addAppender(said);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(said);
    }

    @Test
    void aLostServerIsOneLineDownAndOneLineUp() {
        rig.destination.answer = registration -> RecordingDestination.unavailable();
        rig.answered("a");
        rig.answered("b");
        rig.run(Duration.ofHours(3));
        rig.destination.answer = registration -> RecordingDestination.accepted();
        rig.run(Duration.ofHours(1));

        assertEquals(List.of("Agent Inbox takes nothing: not now. Calls are kept and sent later",
                "Agent Inbox is back; 1 wait to be sent"), lines());
    }

    @Test
    void aRefusedKeyIsOneLine() {
        rig.destination.answer = registration -> new Delivery.Unauthorized("put the right key in");
        rig.answered("a");
        rig.run(Duration.ofHours(1));
        rig.answered("b");
        rig.run(Duration.ofHours(1));

        assertEquals(List.of("put the right key in"), lines());
    }

    @Test
    void aFullDiskIsOneLineDownAndOneLineUp() {
        rig.disk.full = true;
        rig.answered("a");
        rig.answered("b");
        rig.run(Duration.ofHours(1));
        rig.disk.full = false;
        rig.run(Duration.ofHours(1));

        assertEquals(List.of("the database cannot be written: the disk is full: make room on it. Calls are kept in"
                + " memory and delivered from there", "the database is written again; 6 changes waited"), lines());
    }

    private List<String> lines() {
        return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
