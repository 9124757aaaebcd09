package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogSettingsTest {
    private static final String MINIMUM =
            "[agent]\nextension = 1\n[inbox]\napi_key = abc\n[phone]\nsource = simulator\n";

    @Test
    void roomsHaveLevelsOfTheirOwn() throws ConfigException {
        LogSettings log = read("level = WARN\nlevels = source.sip debug, outbox=trace\nsyslog = log.example.com:514\n");
        assertEquals(new LogSettings("warn", Map.of("source.sip", "debug", "outbox", "trace"),
                Optional.of(InetSocketAddress.createUnresolved("log.example.com", 514))), log);
        assertEquals(LogSettings.USUAL, read(""));
        assertEquals("::1", read("syslog = [::1]:514\n").syslog().orElseThrow().getHostString());
    }

    @Test
    void whatIsWrongIsALine() {
        assertEquals("c.ini [log] levels = outbox: not rooms with levels such as source.sip debug, outbox trace",
                wrong("levels = outbox"));
        assertEquals("c.ini [log] levels = outbox loud: loud: no such level; there are error, warn, info, debug, trace",
                wrong("levels = outbox loud"));
        assertEquals("c.ini [log] syslog = log: not a host and port such as log.example.com:514",
                wrong("syslog = log"));
        assertEquals("c.ini [log] syslog = log:70000: not a host and port such as log.example.com:514",
                wrong("syslog = log:70000"));
        assertEquals("c.ini [log] level = loud: not one of error, warn, info, debug, trace", wrong("level = loud"));
    }

    @Test
    void aRoomThatIsNotThereIsToldTheOneThatWasMeant() throws ConfigException {
        assertEquals("c.ini [log] levels = inbox info, sip debug: sip: no such room; did you mean source.sip?",
                wrong("levels = inbox info, sip debug"));
        assertEquals("c.ini [log] levels = outbux debug: outbux: no such room; did you mean outbox?",
                wrong("levels = outbux debug"));
        assertTrue(wrong("levels = telephones debug").contains("telephones: no such room; there are all, call, config"),
                wrong("levels = telephones debug"));
        assertEquals(Map.of("all", "debug", "ui.tray", "info"), read("levels = ALL debug, ui.tray info").levels());
    }

    private static String wrong(String line) {
        return assertThrows(ConfigException.class, () -> read(line)).getMessage();
    }

    private static LogSettings read(String lines) throws ConfigException {
        return Config.parse("c.ini", MINIMUM + "[log]\n" + lines).log();
    }
}
