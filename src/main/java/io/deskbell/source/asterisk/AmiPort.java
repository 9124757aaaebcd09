package io.deskbell.source.asterisk;

import io.deskbell.call.Reason;
import io.deskbell.config.AsteriskSettings;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhonePort;
import io.deskbell.source.PinnedCertificate;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;

/**
 * The connection to a manager interface: messages in, actions out. One thread reads; any thread may write. What is
 * longer than any message of Asterisk's is cut, so that nothing that comes in can fill the memory.
 */
final class AmiPort implements Closeable {
    private static final int LONGEST_LINE = 8 << 10;
    private static final int LONGEST = 256 << 10;
    /** More than this without an empty line is no manager interface. */
    private static final int MOST = 8 << 20;
    private static final String GREETING = "Asterisk Call Manager";
    /** Names that were never UTF-8 come from telephones of Western Europe. */
    private static final Charset OTHERWISE = Charset.forName("windows-1252");

    private final PhonePort port;
    private final String where;

    private AmiPort(PhonePort port, String where) {
        this.port = port;
        this.where = where;
    }

    /** @throws LineLostException in words, when nobody is there, or nobody to be trusted */
    static AmiPort open(AsteriskSettings settings) throws IOException, InterruptedException {
        String where = settings.host() + " port " + settings.port();
        Reason advice = Reason.of(AsteriskReason.SWITCH_ON);
        if (!settings.tls()) return new AmiPort(PhonePort.open(settings.host(), settings.port(), advice), where);
        PinnedCertificate certificate = new PinnedCertificate(settings.fingerprint());
        try {
            return new AmiPort(PhonePort.openTls(settings.host(), settings.port(), certificate, advice), where);
        } catch (SSLException distrusted) {
            String shown = certificate.shown().orElse("");
            throw new LineLostException(shown.isEmpty() ? Reason.of(AsteriskReason.NO_TLS, where)
                    : Reason.of(certificate.isPinned() ? AsteriskReason.ANOTHER_CERTIFICATE
                    : AsteriskReason.UNKNOWN_CERTIFICATE, where, shown));
        }
    }

    String where() {
        return where;
    }

    /**
     * The first line, which names the version of the interface; it stands alone.
     *
     * @param patience with a port that says nothing, as one with TLS does: it waits for the other side to begin
     */
    String greeting(Duration patience) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        port.waitsFor(patience);
        try {
            for (int next = port.read(); next != '\n'; next = port.read()) {
                if (next < 0 || line.size() > GREETING.length() && !text(line).startsWith(GREETING)) {
                    throw new LineLostException(Reason.of(AsteriskReason.NO_AMI, where));
                }
                line.write(next);
            }
        } catch (SocketTimeoutException mute) {
            throw new LineLostException(Reason.of(AsteriskReason.NO_AMI, where));
        }
        port.waitsFor(Duration.ZERO);
        if (!text(line).startsWith(GREETING)) throw new LineLostException(Reason.of(AsteriskReason.NO_AMI, where));
        return text(line).strip();
    }

    /** Blocks for the next message: its lines, without the empty one at its end. */
    String next() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int line = 0;
        for (int read = 0; read < MOST; read++) {
            int next = port.read();
            if (next < 0) throw new LineLostException(Reason.of(AsteriskReason.ENDED, where));
            if (next == '\r') continue;
            if (next == '\n' && line == 0) {
                if (message.size() > 0) return text(message);
                continue;
            }
            line = next == '\n' ? 0 : line + 1;
            if (line <= LONGEST_LINE && message.size() < LONGEST) message.write(next);
        }
        throw new LineLostException(Reason.of(AsteriskReason.NO_AMI, where));
    }

    /** @param action its lines, without line ends: no value may hold any */
    synchronized void send(Map<String, String> action) throws IOException {
        StringBuilder text = new StringBuilder();
        action.forEach((name, value) -> text.append(name).append(": ").append(value.replaceAll("[\r\n]", " "))
                .append("\r\n"));
        port.write(text.append("\r\n").toString());
    }

    @Override
    public void close() throws IOException {
        port.close();
    }

    private static String text(ByteArrayOutputStream bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException older) {
            return bytes.toString(OTHERWISE);
        }
    }
}
