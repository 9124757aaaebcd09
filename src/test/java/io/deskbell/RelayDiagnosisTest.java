package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.doctor.Finding;
import io.deskbell.source.asterisk.AsteriskAtWork;
import io.deskbell.source.threecx.ThreeCxServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code deskbell relay --check} looks at the telephone system too, also where one line sees all extensions. */
@Timeout(120)
class RelayDiagnosisTest {
    @TempDir
    Path folder;

    @Test
    void asteriskIsLookedAt() throws Exception {
        try (AsteriskAtWork pbx = AsteriskAtWork.open()) {
            found("asterisk", "[asterisk]\n" + pbx.ini(), Finding.Mark.WELL);
            found("asterisk", "[asterisk]\n" + pbx.ini() + "-wrong", Finding.Mark.BROKEN);
        }
    }

    @Test
    void threeCxIsLookedAt() throws Exception {
        try (ThreeCxServer pbx = ThreeCxServer.plain("201", "202")) {
            found("3cx", "[3cx]\n" + pbx.ini(), Finding.Mark.WELL);
            found("3cx", ("[3cx]\n" + pbx.ini()).replace("client_id = 9", "client_id = 8"), Finding.Mark.BROKEN);
        }
    }

    private void found(String source, String section, Finding.Mark mark) throws Exception {
        Path file = Files.writeString(folder.resolve("relay.ini"), """
                [relay]
                source = %s
                extensions = 201, 202
                server = mqtt://127.0.0.1:9
                password = none
                %s
                """.formatted(source, section));
        List<Finding> findings = RelayDiagnosis.doctor(ConfigFiles.of(CommandLine.parse("--config", file.toString())),
                folder.resolve("data"), Clock.systemUTC()).examine(finding -> { }).findings();
        assertTrue(findings.stream().anyMatch(one -> one.part().equals(source) && one.mark() == mark),
                findings::toString);
    }
}
