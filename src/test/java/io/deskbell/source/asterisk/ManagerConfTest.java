package io.deskbell.source.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ManagerConfTest {
    private static List<String> lines(boolean dials, boolean variable) {
        return ManagerConf.lines(new ManagerConf.Wanted("deskbell", "201", List.of("PJSIP/{extension}", "SIP/9001"),
                "10.0.0.7/255.255.255.255", "s3cret", dials, variable));
    }

    private static List<String> set(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith(";")).toList();
    }

    @Test
    void aUserMayDoNoMoreThanIsUsed() {
        assertEquals(List.of("[deskbell]", "secret = s3cret", "deny = 0.0.0.0/0.0.0.0", "deny = ::/0",
                "permit = 10.0.0.7/255.255.255.255", "read = call", "write = reporting", "writetimeout = 5000",
                "eventfilter = Channel: PJSIP/201-", "eventfilter = Channel: SIP/9001-"), set(lines(false, false)));
    }

    @Test
    void dialingAndVariablesNeedMore() {
        List<String> lines = set(lines(true, true));
        assertTrue(lines.contains("read = call,dialplan"));
        assertTrue(lines.contains("write = reporting,originate"));
        assertTrue(lines.contains("eventfilter = Event: OriginateResponse"));
    }

    @Test
    void everyKindOfEventThatIsUsedPassesTheFilterForAllDesks() {
        List<String> lines = lines(true, true);
        for (String event : AmiEvents.USED) assertTrue(lines.contains(";eventfilter = Event: " + event), event);
    }
}
