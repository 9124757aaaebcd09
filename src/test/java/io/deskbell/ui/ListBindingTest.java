package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The list and its model over a disk that takes its time. */
@ExtendWith(ApplicationExtension.class)
class ListBindingTest {
    @TempDir
    Path folder;
    private final Queue<Runnable> disk = new ArrayDeque<>();
    private ListView<Optional<CallRow>> list;
    private ADesk desk;
    private CallListModel model;

    @Start
    void bind(Stage unused) throws IOException {
        list = new ListView<>();
        Telling telling = Look.told("en");
        desk = new ADesk(folder).withAMorning();
        model = new CallListModel(desk.log(), telling.calls(), telling.moments(), disk::add, Runnable::run);
        CallActions actions = new CallActions(desk, desk.dialling(telling).dials(), telling.words(), disk::add,
                Runnable::run, said -> { }, () -> { });
        ListBinding.bind(list, model, actions, telling.words());
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    /** To the list, rows that are still being read are all the same: it would go on with another one's. */
    @Test
    void noCallIsChosenInPlaceOfOneThatASearchLeavesOut(FxRobot robot) {
        robot.interact(() -> {
            model.refresh();
            disk.remove().run(); // Places are known now, rows are not.
            list.getSelectionModel().select(0);
            model.text().set("koren");
            while (!disk.isEmpty()) disk.remove().run();
        });
        assertEquals(1, list.getItems().size());
        assertEquals(-1, list.getSelectionModel().getSelectedIndex());
        assertEquals(Optional.empty(), model.chosen().get());
    }
}
