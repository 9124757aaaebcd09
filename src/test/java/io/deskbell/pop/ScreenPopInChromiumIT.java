package io.deskbell.pop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.deskbell.Chromium;
import io.deskbell.call.CallState;
import io.deskbell.config.PopSettings;
import io.deskbell.desktop.Desktop;
import io.deskbell.desktop.Launcher;
import io.deskbell.desktop.Machine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenPopInChromiumIT {
    @TempDir
    private Path profile;

    private final List<String> visits = new CopyOnWriteArrayList<>();
    private HttpServer site;

    @BeforeEach
    void openTheSite() throws IOException {
        assumeTrue(Chromium.command().isPresent(), "needs chromium");
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            boolean icon = exchange.getRequestURI().getPath().equals("/favicon.ico");
            if (!icon) visits.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().toASCIIString());
            exchange.sendResponseHeaders(icon ? 404 : 204, -1);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void closeTheSite() {
        if (site != null) site.stop(0);
    }

    @Test
    void aRealBrowserVisitsTheFilledAddressOnce() throws Exception {
        CompletableFuture<Integer> browserEnded = new CompletableFuture<>();
        Launcher launcher = (command, patience) -> {
            OptionalInt exit = Launcher.REAL.run(command, patience.multipliedBy(3));
            browserEnded.complete(exit.orElse(-1));
            return exit;
        };
        List<String> opener = new ArrayList<>(Chromium.command(profile));
        opener.add("--dump-dom"); // Ends by itself once the page is there.
        Desktop desktop = new Desktop(Machine.here(), List.of(opener), launcher);
        String url = "http://127.0.0.1:" + site.getAddress().getPort()
                + "/c?tel={phone}&name={filter_value}&way={direction}";
        PopSettings settings = new PopSettings(PopSettings.When.ANSWERED, PopSettings.Mode.FOCUS, url,
                List.of("Agent Inbox"));
        try (ErrandThread errands = new ErrandThread("screen-pop")) {
            ScreenPop pop = new ScreenPop(settings, Optional.empty(), desktop::open, errands, Clock.systemUTC());
            DeskPhone phone = new DeskPhone(Clock.systemUTC(), pop::happened);
            phone.rings("a", DeskPhone.ANNA);
            phone.report(phone.say("a", CallState.CONNECTED, DeskPhone.ANNA)
                    .filteredBy("a&b=c \"d\" ü"));
            assertEquals(0, browserEnded.get(60, TimeUnit.SECONDS));
        }
        assertEquals(List.of("GET /c?tel=%2B31612345678&name=a%26b%3Dc%20%22d%22%20%C3%BC&way=inbound"), visits);
    }
}
