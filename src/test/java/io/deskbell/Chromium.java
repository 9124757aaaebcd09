package io.deskbell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real browser without a window, told what to do over the Chrome DevTools Protocol. One page; ended by its own
 * process handle. Tests that use it are skipped where {@link #command()} is empty.
 */
public final class Chromium implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private int lastId;

    public Chromium(Path emptyFolder) throws IOException {
        List<String> command = new ArrayList<>(command(emptyFolder));
        command.addAll(List.of("--remote-debugging-port=0", "about:blank"));
        process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String browser = address(process.errorReader());
        HttpClient http = HttpClient.newHttpClient();
        String page = firstPage(http, URI.create("http://" + URI.create(browser).getAuthority() + "/json/list"));
        socket = http.newWebSocketBuilder().buildAsync(URI.create(page), new Answers()).join();
        Thread.ofPlatform().daemon().start(() -> drain(process.errorReader()));
    }

    /** Where a Chromium is, if one is installed. */
    public static Optional<String> command() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> folder + "/" + name))
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst();
    }

    /** The command to start one without a window, that asks nothing of the internet; an address may follow. */
    public static List<String> command(Path emptyFolder) {
        return List.of(command().orElseThrow(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--hide-scrollbars", "--user-data-dir=" + emptyFolder);
    }

    public void open(URI address) {
        ask("Page.navigate", JSON.createObjectNode().put("url", address.toString()));
    }

    /** The value of a script in the page; a promise is waited for. */
    public String evaluate(String script) {
        JsonNode answer = ask("Runtime.evaluate", JSON.createObjectNode().put("expression", script)
                .put("returnByValue", true).put("awaitPromise", true));
        if (answer.has("exceptionDetails")) throw new AssertionError(answer.path("exceptionDetails").toString());
        return answer.path("result").path("value").asText();
    }

    /** Waits in the page, at each frame, until the condition holds; at most ten seconds. */
    public void await(String condition) {
        String held = evaluate("new Promise(done => { const end = Date.now() + 10000;"
                + "const holds = () => { try { return " + condition + "; } catch (notYetThere) { return false; } };"
                + "const look = () => holds() ? done('yes') : Date.now() > end ? done('no') : setTimeout(look, 20);"
                + "look(); })");
        if (!held.equals("yes")) throw new AssertionError("never came true in the page: " + condition);
    }

    public void look(int width, int height, boolean dark) {
        ask("Emulation.setDeviceMetricsOverride", JSON.createObjectNode().put("width", width).put("height", height)
                .put("deviceScaleFactor", 1).put("mobile", false));
        ObjectNode media = JSON.createObjectNode();
        media.withArray("features").addObject()
                .put("name", "prefers-color-scheme").put("value", dark ? "dark" : "light");
        ask("Emulation.setEmulatedMedia", media);
    }

    public byte[] picture() {
        return Base64.getDecoder().decode(ask("Page.captureScreenshot", JSON.createObjectNode()).path("data").asText());
    }

    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true); // Asked, it tidies up after itself.
        process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
        socket.abort();
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    private JsonNode ask(String method, ObjectNode parameters) {
        int id = ++lastId;
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true);
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static String address(BufferedReader errors) throws IOException {
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith("DevTools listening on ")) return line.substring("DevTools listening on ".length());
        }
        throw new IOException("the browser ended before it listened");
    }

    private static String firstPage(HttpClient http, URI list) throws IOException {
        try {
            var request = java.net.http.HttpRequest.newBuilder(list).build();
            var answer = http.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
            for (JsonNode target : JSON.readTree(answer.body())) {
                if (target.path("type").asText().equals("page")) return target.path("webSocketDebuggerUrl").asText();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("the browser has no page");
    }

    private static void drain(BufferedReader errors) {
        errors.lines().forEach(line -> { });
    }

    /** Gives each answer to who asked. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                give(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void give(String text) {
            try {
                JsonNode answer = JSON.readTree(text);
                CompletableFuture<JsonNode> waiting = asked.remove(answer.path("id").asInt());
                if (waiting != null) waiting.complete(answer.path("result"));
            } catch (IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }
}
