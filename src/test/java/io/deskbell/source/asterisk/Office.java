package io.deskbell.source.asterisk;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Registration;
import io.deskbell.call.RegistrationRules;
import io.deskbell.call.RegistrationRules.TransferRole;
import io.deskbell.source.Exchange.Desks;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.RegisteringDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Three desks on one pretended Asterisk, without sockets and in a time of their own. */
final class Office implements Desks {
    static final List<String> EXTENSIONS = List.of("201", "202", "203");

    final PretendAsterisk pbx = new PretendAsterisk(this::came);
    private final Map<String, RegisteringDesk> desks = new LinkedHashMap<>();
    private final AsteriskReading reading;
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private boolean connected;
    /** Messages on their way, for a test that tampers with them. */
    Optional<List<String>> held = Optional.empty();
    private Optional<Random> chance = Optional.empty();

    Office(TransferRole role) {
        RegistrationRules rules = new RegistrationRules(role, Optional.of("+31000000000"), Optional.empty(),
                Optional.of("customer"));
        EXTENSIONS.forEach(digits -> desks.put(digits, new RegisteringDesk(digits, rules)));
        reading = new AsteriskReading(new Extension("201"), new NumberPlan("NL", new DigitLengths("2..5"), "",
                new Extension("201")), List.of("PJSIP/{extension}"), Optional.of("CUSTOMER"), this::list);
        connect();
    }

    void connect() {
        connected = true;
        desks.values().forEach(RegisteringDesk::watching);
        reading.lineUp();
    }

    void disconnect() {
        connected = false;
    }

    void pass(Duration time) {
        now = now.plus(time);
        take("Response: Success\nPing: Pong");
        desks.values().forEach(desk -> desk.passes(now));
    }

    /** What is told from now on comes twice at times, and neighbours change places, until all of it has come. */
    void shuffle(Random random) {
        chance = Optional.of(random);
        held = Optional.of(new ArrayList<>());
    }

    /** What was held back comes now. */
    void settle() {
        if (held.isEmpty()) return;
        List<String> messages = new ArrayList<>(held.get());
        held = Optional.empty();
        chance.ifPresent(random -> {
            for (int i = 0; i + 1 < messages.size(); i++) {
                if (random.nextInt(4) == 0) Collections.swap(messages, i, ++i);
                if (random.nextInt(4) == 0) messages.add(i + 1, messages.get(i));
            }
        });
        chance = Optional.empty();
        messages.forEach(this::take);
    }

    void lookForLost() {
        reading.askForList();
    }

    List<String> registeredBy(String extension) {
        return desks.get(extension).registered().stream().map(Office::line).toList();
    }

    List<String> eventsOf(String extension) {
        return desks.get(extension).events().stream().map(Office::line).toList();
    }

    private static String line(Registration told) {
        return told.kind() + " " + told.callId() + " " + told.number() + " " + told.extension().digits() + " "
                + told.direction() + told.referrer().map(number -> " " + number).orElse("");
    }

    private static String line(CallEvent event) {
        Call call = event.call();
        return event.type() + " " + call.party().outsideNumber().map(PhoneNumber::e164)
                .orElse(call.party().getClass().getSimpleName()) + call.endReason().map(why -> " " + why).orElse("");
    }

    void take(String message) {
        if (!connected) return;
        try {
            reading.take(AmiMessage.read(message), now, this);
        } catch (LineLostException | InterruptedException surprise) {
            throw new IllegalStateException(surprise);
        }
    }

    @Override
    public List<Extension> all() {
        return EXTENSIONS.stream().map(Extension::new).toList();
    }

    @Override
    public PhoneListener of(Extension extension) {
        return desks.get(extension.digits());
    }

    private void list(String actionId) {
        new ArrayList<>(pbx.list(actionId)).forEach(this::take);
    }

    private void came(String message) {
        now = now.plusMillis(1);
        if (held.isPresent()) held.get().add(message);
        else take(message);
    }
}
