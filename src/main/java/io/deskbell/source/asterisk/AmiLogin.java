package io.deskbell.source.asterisk;

import io.deskbell.call.Reason;
import io.deskbell.config.AsteriskSettings;
import io.deskbell.source.LineLostException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Logs a manager user in: by MD5 challenge, so that the secret never goes over the line; in the clear only where the
 * line is encrypted and no challenge is offered. Asks for no more kinds of events than are used.
 */
final class AmiLogin {
    /** FreePBX bans computers that log in wrongly some times a minute. */
    static final Duration LONG_PAUSE = Duration.ofSeconds(90);
    private static final String ID = "deskbell-login";

    private final AsteriskSettings settings;
    private final AmiPort port;

    AmiLogin(AsteriskSettings settings, AmiPort port) {
        this.settings = settings;
        this.port = port;
    }

    /** @throws LineLostException in words, when the user is refused */
    void logIn() throws IOException {
        if (settings.secret().isEmpty()) throw new LineLostException(Reason.of(AsteriskReason.NO_SECRET), LONG_PAUSE);
        AmiMessage challenge = ask(Map.of("Action", "Challenge", "AuthType", "MD5", "ActionID", ID));
        Map<String, String> login = new LinkedHashMap<>();
        login.put("Action", "Login");
        login.put("ActionID", ID);
        login.put("Username", settings.user());
        String number = challenge.get("Challenge");
        if (challenge.isSuccess() && !number.isEmpty()) {
            login.put("AuthType", "MD5");
            login.put("Key", md5(number + settings.secret().reveal()));
        } else if (settings.tls()) {
            login.put("Secret", settings.secret().reveal());
        } else {
            throw new LineLostException(Reason.of(AsteriskReason.NO_CHALLENGE, port.where()), LONG_PAUSE);
        }
        login.put("Events", settings.filterVariable().isPresent() ? "system,call,dialplan" : "system,call");
        if (ask(login).isSuccess()) return;
        throw new LineLostException(Reason.of(AsteriskReason.REFUSED, port.where(), settings.user()), LONG_PAUSE);
    }

    private AmiMessage ask(Map<String, String> action) throws IOException {
        port.send(action);
        while (true) {
            AmiMessage message = AmiMessage.read(port.next());
            if (message.isAnswer()) return message; // Nothing else is asked for now.
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
