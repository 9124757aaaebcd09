package io.deskbell;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.RegistrationRules;
import io.deskbell.call.RegistrationRules.TransferRole;
import io.deskbell.config.Config;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a recording begins with: the desk it was made at, and what else a source needs to play it.
 *
 * @param settings by name, such as {@code desk}, as written
 */
record RecordingHead(Map<String, String> settings) {
    /** Those of the desk, which every recording may have; {@code product} is for people. */
    static final List<String> OF_THE_DESK = List.of("desk", "country", "internal", "outside-prefix", "transfer",
            "withheld-number", "referrer", "filter-field", "product");

    RecordingHead {
        settings = Map.copyOf(settings);
    }

    /** As the text a recording of this desk begins with. */
    static String text(Config config, Map<String, String> ofTheSources) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("desk", config.agent().extension());
        head.put("country", config.agent().country());
        head.put("internal", config.agent().internal());
        head.put("outside-prefix", config.agent().outsidePrefix());
        head.put("transfer", PhoneSources.transferRole(config).name().toLowerCase(Locale.ROOT));
        config.inbox().filterField().ifPresent(field -> head.put("filter-field", field));
        head.putAll(ofTheSources);
        StringBuilder text = new StringBuilder();
        head.forEach((name, value) -> {
            if (!value.isEmpty()) text.append(name).append(": ").append(value).append('\n');
        });
        return text.toString();
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    Extension extension() {
        return new Extension(settings.getOrDefault("desk", "201"));
    }

    /** @throws IllegalArgumentException with what is wrong with it */
    NumberPlan plan() {
        return new NumberPlan(country(), new DigitLengths(internal()), outsidePrefix(), extension());
    }

    RegistrationRules rules() {
        TransferRole role = ReportWords.oneOf(TransferRole.class, transfer().toUpperCase(Locale.ROOT));
        return new RegistrationRules(role, find("withheld-number"), find("referrer"), find("filter-field"));
    }

    String country() {
        return settings.getOrDefault("country", "NL");
    }

    String internal() {
        return settings.getOrDefault("internal", "2..5");
    }

    String outsidePrefix() {
        return settings.getOrDefault("outside-prefix", "");
    }

    String transfer() {
        return settings.getOrDefault("transfer", "giver");
    }
}
