package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.source.Dialer;
import io.deskbell.ui.DialModel.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialModelTest {
    private final Telling telling = Look.told("en");
    private final List<String> said = new ArrayList<>();
    private ADesk desk;
    private DialModel model;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        desk = new ADesk(folder);
        desk.canDial = true;
        model = desk.dialling(telling);
        model.about().addListener((of, was, is) -> said.add(is));
    }

    @AfterEach
    void end() throws IOException {
        desk.close();
    }

    @Test
    void aLinkIsAskedAboutAndNothingIsDialledWithoutAnAnswer() {
        model.ask("+31612345678");
        assertEquals(Stage.ASKING, model.stage().get());
        assertEquals("Call 06 12345678?", model.title().get());
        model.close();
        model.call();
        assertEquals(List.of(), desk.dialled);
        assertEquals(Stage.CLOSED, model.stage().get());
    }

    @Test
    void yesDialsAndTellsEachStep() {
        desk.pickUp = true;
        model.ask("+31612345678");
        model.call();
        assertEquals(List.of("0612345678"), desk.dialled);
        assertEquals(List.of("Dialling …", "Your phone rings. Pick it up, then it calls.", "Your phone is calling."),
                said);
        assertEquals(Stage.DONE, model.stage().get());
    }

    @Test
    void aSecondLinkCannotSlipUnderTheFirstQuestion() {
        model.ask("+31612345678");
        model.ask("+31909123456");
        assertEquals("Call 06 12345678?", model.title().get());
        model.call();
        assertEquals(List.of("0612345678"), desk.dialled);
    }

    @Test
    void oneAnswerDialsOnce() {
        model.ask("+31612345678");
        model.call();
        model.call();
        assertEquals(List.of("0612345678"), desk.dialled);
    }

    @Test
    void whatIsNoNumberIsSaid() {
        model.ask("javascript:alert(1)");
        assertEquals(Stage.FAILED, model.stage().get());
        assertEquals("This is not a telephone number that can be called.", model.about().get());
    }

    @Test
    void whereNothingCanDialItIsSaidWhatToSet() {
        desk.canDial = false;
        model.ask("+31612345678");
        assertEquals(Stage.FAILED, model.stage().get());
        assertEquals(new DialWords(telling.words()).of(new Dialer.NotSetUp()), model.about().get());
        model.call();
        assertEquals(List.of(), desk.dialled);
    }

    @Test
    void aRefusalStaysToBeRead() {
        desk.outcome = new Dialer.Busy();
        model.ask("202");
        model.call();
        assertEquals(Stage.FAILED, model.stage().get());
        assertEquals("Your phone is busy. Nobody was called.", model.about().get());
    }

    @Test
    void whatTheAgentChoseIsDialledAtOnceButNeverAnEmergencyNumber() {
        model.dial(desk.toDial("0612345678").orElseThrow());
        assertEquals(List.of("0612345678"), desk.dialled);
        model.close();
        model.dial(desk.toDial("112").orElseThrow());
        assertEquals(List.of("0612345678"), desk.dialled);
        assertEquals("Call 112?", model.title().get());
        assertEquals("This is an emergency number.", model.about().get());
    }
}
