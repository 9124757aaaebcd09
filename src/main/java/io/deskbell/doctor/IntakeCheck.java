package io.deskbell.doctor;

import io.deskbell.config.IntakeSettings;
import io.deskbell.source.intake.Proof;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Whether phones are listened to, whether they can reach us, and when one was last heard. */
public final class IntakeCheck implements Check {
    private static final String PART = "intake";
    private static final int TIMEOUT_MS = 2_000;
    private static final int MOST_ANSWER = 4_096;

    private final IntakeSettings settings;

    public IntakeCheck(IntakeSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        try {
            InetAddress bound = InetAddress.getByName(settings.bind());
            findings.add(listening(bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound, bound));
            findings.add(bound.isLoopbackAddress()
                    ? Finding.note(PART, "reached from this computer only; for a desk phone set [intake] bind")
                    : Finding.note(PART, "desk phones reach it if no firewall blocks port " + settings.port()));
        } catch (IOException unusable) {
            findings.add(Finding.broken(PART, settings.bind() + " cannot be used: check [intake] bind"));
        }
        return findings;
    }

    /** Whoever has the port is not told the token: it has to show that it knows it. */
    private Finding listening(InetAddress address, InetAddress bound) throws IOException {
        String nonce = nonce();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, settings.port()), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(("GET " + Proof.path(nonce) + " HTTP/1.0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(MOST_ANSWER), StandardCharsets.UTF_8);
            String proof = Proof.of(settings.token(), nonce) + " ";
            if (answer.contains(proof)) {
                return Finding.well(PART, "listening on port " + settings.port() + ", "
                        + answer.substring(answer.indexOf(proof) + proof.length()).strip());
            }
        } catch (ConnectException nobody) {
            return free(bound);
        } catch (SocketException | SocketTimeoutException silent) {
            return another();
        }
        return another();
    }

    private Finding another() {
        return Finding.broken(PART, "port " + settings.port() + " is another program's, or a Deskbell's with "
                + "another token: change [intake] port, or start Deskbell again");
    }

    private static String nonce() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private Finding free(InetAddress bound) {
        try (ServerSocket trial = new ServerSocket()) {
            trial.bind(new InetSocketAddress(bound, settings.port()));
            return Finding.well(PART, "port " + settings.port() + " is free; Deskbell does not run now");
        } catch (IOException taken) {
            return Finding.broken(PART, "port " + settings.port() + " cannot be had on " + settings.bind()
                    + ": change [intake] port or bind");
        }
    }
}
