package io.deskbell.source.intake;

import io.deskbell.call.CallReport;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.VoipgridSettings.Numbering;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Translator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Reads what was told to the intake: requests as they came, and words of the command line as a query. */
public final class IntakeTranslator implements Translator {
    /** An HTTP request, its head and its body. */
    public static final String REQUEST = "request";
    /** A profile, and behind it a query, or below it what was posted. */
    public static final String TOLD = "told";

    private final Profiles profiles;
    private final OpenCalls calls;

    public IntakeTranslator(String ownExtension, NumberPlan plan) {
        this(ownExtension, Numbering.EITHER, plan);
    }

    public IntakeTranslator(String ownExtension, Numbering numbering, NumberPlan plan) {
        this.profiles = new Profiles(ownExtension, numbering);
        this.calls = new OpenCalls(plan);
    }

    @Override
    public void lineUp() {
        // Phones tell what happens; there is nothing to begin with.
    }

    @Override
    public boolean came(String kind, String text, Instant at, PhoneListener listener) throws InterruptedException {
        switch (kind) {
            case REQUEST -> {
                Optional<Hook> hook = Hook.fromTape(text);
                if (hook.isPresent()) tell(hook.get().profile(), hook.get().telling(), at, listener);
            }
            case TOLD -> told(text, at, listener);
            default -> throw new IllegalArgumentException(kind + ": not one of " + REQUEST + ", " + TOLD);
        }
        return false;
    }

    private void told(String text, Instant at, PhoneListener listener) throws InterruptedException {
        String profile = text.split("\\s", 2)[0];
        String rest = text.substring(Math.min(text.length(), profile.length() + 1));
        boolean posted = text.startsWith(profile + "\n");
        tell(profile, posted ? Telling.ofBody(rest.getBytes(StandardCharsets.ISO_8859_1), profile)
                : Telling.ofQuery(rest, profile), at, listener);
    }

    /** What a profile does not understand the intake refuses, too. */
    private void tell(String profile, Telling telling, Instant at, PhoneListener listener)
            throws InterruptedException {
        Profile reader = profiles.find(profile)
                .orElseThrow(() -> new IllegalArgumentException(profile + ": no such profile"));
        try {
            for (Word word : reader.read(telling)) {
                for (CallReport report : calls.reports(word, at)) {
                    listener.report(report);
                }
            }
        } catch (NotUnderstoodException refused) {
            return;
        }
    }
}
