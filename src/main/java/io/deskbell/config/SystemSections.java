package io.deskbell.config;

import java.util.List;
import java.util.Optional;

/** Reads the sections of {@link PhoneSystems}. */
final class SystemSections {
    private final ConfigReader reader;

    SystemSections(ConfigReader reader) {
        this.reader = reader;
    }

    /** @param extension the agent's */
    PhoneSystems read(List<String> sources, String extension) {
        return new PhoneSystems(new VoipgridSection(reader).read(sources),
                sources.contains("asterisk") ? Optional.of(new AsteriskSection(reader).read()) : Optional.empty(),
                sources.contains("mqtt") ? Optional.of(new MqttSection(reader).read(extension)) : Optional.empty(),
                sources.contains("3cx") ? Optional.of(new ThreeCxSection(reader).read(extension)) : Optional.empty(),
                sources.contains("xelion") ? Optional.of(new XelionSection(reader).read()) : Optional.empty());
    }
}
