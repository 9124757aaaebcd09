package io.deskbell.pop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.config.PopSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ScreenPopLogTest {
    private final StandingTime time = new StandingTime();
    private final Logger logger = (Logger) LoggerFactory.getLogger(ScreenPop.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void aPopIsOneLineWithoutNumberOrAddress() {
        popEach(address -> { }, 1);
        assertEquals(List.of("INFO conversation opened for call call0"), written());
    }

    @Test
    void aFaultIsOneLineWithoutTheWordsThatMayHoldTheAddress() {
        popEach(address -> {
            throw new IllegalStateException("cannot open " + address);
        }, 1);
        assertEquals(List.of("ERROR call call0: the browser could not be asked: IllegalStateException"), written());
    }

    @Test
    void aStormIsOneLineMore() {
        popEach(address -> { }, 30);
        assertEquals(List.of("INFO conversation opened for call call0", "INFO conversation opened for call call1",
                "INFO conversation opened for call call2", "INFO conversation opened for call call3",
                "INFO conversation opened for call call4",
                "WARN more than 5 calls in 10 s: their conversations are not opened by themselves"), written());
    }

    private void popEach(Browser browser, int calls) {
        PopSettings settings = new PopSettings(PopSettings.When.ANSWERED, PopSettings.Mode.OPEN, "https://x/{phone}",
                List.of("Agent Inbox"));
        ScreenPop pop = new ScreenPop(settings, Optional.empty(), browser, time, time);
        DeskPhone phone = new DeskPhone(time, pop::happened);
        for (int i = 0; i < calls; i++) {
            phone.answers("call" + i, new Party.Outside(new PhoneNumber("+3161234567" + i % 10), "Anna"));
        }
        time.pass(Duration.ofSeconds(1));
    }

    private List<String> written() {
        return lines.list.stream().map(line -> line.getLevel() + " " + line.getFormattedMessage()).toList();
    }
}
