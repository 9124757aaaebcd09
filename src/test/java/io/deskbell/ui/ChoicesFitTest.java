package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Whatever kind of phone is chosen, its words can be read to the end, beside a scroll bar too. */
@ExtendWith(ApplicationExtension.class)
class ChoicesFitTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "de"})
    void theKindOfPhoneIsReadToItsEnd(String language, FxRobot robot) throws IOException {
        AHost host = new AHost(folder).withUser(SettingsModelTest.SOUND);
        Words words = new Look(language, Theme.Palette.LIGHT).words();
        List<String> cut = new ArrayList<>();
        robot.interact(() -> {
            SettingsModel model = host.model(words);
            InboxTrialModel inbox = new InboxTrialModel(Optional.empty(), words, Runnable::run, Runnable::run);
            Parent root = Fxml.load(new Settings(model, inbox, words, () -> { }), words);
            Stage stage = new Stage();
            Framed.put(stage, root, "Deskbell", Look.USUAL.theme());
            stage.show();
            Setting source = model.find("phone.source");
            for (String kind : source.options()) {
                source.value().set(kind);
                ComboBox<?> box = (ComboBox<?>) root.lookup("#phone-source .combo-box");
                cut.addAll(Walk.dotted(box));
            }
            stage.hide();
        });
        assertEquals(List.of(), cut);
    }
}
