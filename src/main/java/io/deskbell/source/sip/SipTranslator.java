package io.deskbell.source.sip;

import io.deskbell.call.NumberPlan;
import io.deskbell.config.SipSettings.Event;
import io.deskbell.config.SipSettings.SilentFork;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Translator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what came over SIP: NOTIFY requests of the subscription, INVITE and CANCEL requests that rang along. */
public final class SipTranslator implements Translator {
    public static final String NOTIFY = "notify";
    public static final String MESSAGE = "message";

    private static final Pattern CONTENT_TYPE = Pattern.compile("(?im)^(?:Content-Type|c)\\s*:\\s*(.*?)\\s*$");

    private final SipBodies bodies;
    private final RungMessages rung;

    /**
     * @param watched the extension or address that was subscribed to
     * @param fork which headers of a call are read
     */
    public SipTranslator(NumberPlan plan, String watched, Event event, SilentFork fork) {
        this.bodies = new SipBodies(plan, watched, event);
        this.rung = new RungMessages(plan, fork);
    }

    @Override
    public void lineUp() {
        bodies.subscribed();
    }

    @Override
    public boolean came(String kind, String text, Instant at, PhoneListener listener) throws InterruptedException {
        return switch (kind) {
            case NOTIFY -> notified(text, at, listener);
            case MESSAGE -> {
                String lines = text.indexOf('\r') < 0 ? text.replace("\n", "\r\n") : text;
                rung.take((lines + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1), at, listener);
                yield false;
            }
            default -> throw new IllegalArgumentException(kind + ": not one of " + NOTIFY + ", " + MESSAGE);
        };
    }

    /** Only the content type matters of the header. */
    private boolean notified(String text, Instant at, PhoneListener listener) throws InterruptedException {
        int blank = text.indexOf("\n\n");
        Matcher type = CONTENT_TYPE.matcher(blank < 0 ? text : text.substring(0, blank));
        String body = blank < 0 ? "" : text.substring(blank + 2);
        return bodies.notified(type.find() ? type.group(1) : "", body.getBytes(StandardCharsets.ISO_8859_1), at,
                listener);
    }
}
