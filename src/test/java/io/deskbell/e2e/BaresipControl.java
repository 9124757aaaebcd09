package io.deskbell.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** baresip's remote control: JSON in netstrings ({@code 12:{...},}) over TCP. */
final class BaresipControl implements AutoCloseable {
    private static final int LONGEST_MESSAGE = 100_000;

    private final ObjectMapper json = new ObjectMapper();
    private final Socket socket;
    private final Transcript<JsonNode> events = new Transcript<>();
    private final Transcript<JsonNode> answers = new Transcript<>();

    private BaresipControl(Socket socket) {
        this.socket = socket;
        Thread.ofVirtual().name("baresip control").start(this::readMessages);
    }

    static BaresipControl connect(int port) throws IOException {
        return new BaresipControl(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    void command(String command, String parameters) throws IOException, InterruptedException {
        byte[] message = json.writeValueAsBytes(Map.of("command", command, "params", parameters, "token", command));
        socket.getOutputStream().write((message.length + ":" + new String(message, StandardCharsets.UTF_8) + ",")
                .getBytes(StandardCharsets.UTF_8));
        JsonNode answer = answers.await("answer to " + command, any -> true);
        if (!answer.path("ok").asBoolean()) throw new IOException("baresip refused " + command + ": " + answer);
    }

    void await(String type) throws InterruptedException {
        events.await(type, event -> event.path("type").asText().equals(type));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void readMessages() {
        try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
            while (true) {
                JsonNode message = json.readTree(in.readNBytes(length(in)));
                (message.path("response").asBoolean() ? answers : events).add(message);
                if (in.read() != ',') throw new IOException("no comma after a netstring");
            }
        } catch (IOException ended) {
            events.add(json.createObjectNode().put("type", "ended").put("why", ended.getMessage()));
        }
    }

    private static int length(InputStream in) throws IOException {
        int length = 0;
        for (int next = in.read(); next != ':'; next = in.read()) {
            if (next < '0' || next > '9' || length > LONGEST_MESSAGE) throw new IOException("not a netstring");
            length = length * 10 + next - '0';
        }
        return length;
    }
}
