package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskbell.call.Party;
import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.source.SourceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrialModelTest {
    private final Words words = new Words(Locale.ENGLISH);
    private final List<String> ended = new ArrayList<>();
    private final List<BiConsumer<String, SourceStatus>> lines = new ArrayList<>();
    private final List<Consumer<Party>> rings = new ArrayList<>();
    private final TrialModel trial = new TrialModel(Optional.of(this::begin), words, Runnable::run);
    private Config config;

    @BeforeEach
    void read() throws ConfigException {
        config = Config.parse("config.ini", SettingsModelTest.SOUND);
    }

    @Test
    void itSaysHowFarItIsUntilThePhoneRings() {
        List<String> said = new ArrayList<>();
        trial.says().addListener((of, was, is) -> said.add(is));
        trial.begin(config);
        lines.getFirst().accept("pbx", new SourceStatus.Lost("wrong password", Calls.NOW));
        lines.getFirst().accept("pbx", new SourceStatus.Watching(Calls.NOW));
        rings.getFirst().accept(Calls.customer());
        lines.getFirst().accept("pbx", new SourceStatus.Watching(Calls.NOW));
        assertEquals(List.of("Connecting …", "It does not work yet: wrong password",
                "Watching 201 on pbx. Now call yourself from another phone.",
                "It rings: +31612345678, J. Jansen. It works."),
                said);
    }

    @Test
    void anEndedTrialIsSilent() {
        trial.begin(config);
        trial.end();
        rings.getFirst().accept(Calls.customer());
        lines.getFirst().accept("pbx", new SourceStatus.Watching(Calls.NOW));
        assertEquals("", trial.says().get());
        assertEquals(List.of("ended"), ended);
    }

    @Test
    void aSecondTrialEndsTheFirst() {
        trial.begin(config);
        trial.begin(config);
        rings.getFirst().accept(Calls.customer());
        assertEquals("Connecting …", trial.says().get());
        rings.getLast().accept(new Party.Withheld());
        assertEquals("It rings: Unknown caller. It works.", trial.says().get());
    }

    @Test
    void withoutAPhoneToTryThereIsNothingToOffer() {
        assertFalse(new TrialModel(Optional.empty(), words, Runnable::run).isPossible());
    }

    private Runnable begin(Config with, BiConsumer<String, SourceStatus> line, Consumer<Party> ring) {
        lines.add(line);
        rings.add(ring);
        return () -> ended.add("ended");
    }
}
