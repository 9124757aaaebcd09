package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.deskbell.config.Config;
import io.deskbell.source.Dialer;
import io.deskbell.source.sip.SipSource;
import io.deskbell.source.sip.SipSteps;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real phone made to call a number by way of a real telephone system. */
@Timeout(120)
final class DialIT {
    @TempDir
    private Path folder;

    @Test
    void probe() throws Exception {
        try (Kamailio pbx = Kamailio.start(folder, KamailioSetup.plain()); ScriptedInbox inbox = ScriptedInbox.start(); Baresip agent = Baresip.start(folder, pbx, "201"); Baresip customer = Baresip.start(folder, pbx, "0612345678")) {
            Watcher watcher = Watcher.of(pbx, "201", "201");
            String ini = DeskbellIni.of("201", inbox, pbx).text().replace("refresh = 5", "refresh = 5\ndial = call");
            var sip = Config.parse("x", ini).sip().orElseThrow();
            Dialer dialer = SipSource.of(sip, new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201")), Clock.systemUTC(), SipSteps.NONE).dialer().orElseThrow();
            CompletableFuture<Dialer.Outcome> outcome = new CompletableFuture<>();
            long t0 = System.nanoTime();
            CompletableFuture<Boolean> rings = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> { try { outcome.complete(dialer.dial("0612345678", () -> rings.complete(true))); } catch (InterruptedException e) { } });
            agent.awaitRinging();
            rings.get();
            agent.accept();
            customer.awaitRinging();
            System.out.println("customer rings " + (System.nanoTime() - t0) / 1000000);
            Thread.sleep(3000);
            customer.accept();
            customer.awaitTalking();
            System.out.println(outcome.get());
            Thread.sleep(6000);
            watcher.story().forEach(System.out::println);
            customer.hangUp();
            Thread.sleep(1000);
            watcher.story().forEach(System.out::println);
        }
    }
}
