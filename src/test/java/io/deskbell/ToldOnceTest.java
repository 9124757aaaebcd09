package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldOnceTest {
    @TempDir
    Path folder;

    @Test
    void whatWasToldOnceIsRememberedOverARestart() {
        assertTrue(new ToldOnce(folder).isNew("no-tray"));
        assertFalse(new ToldOnce(folder).isNew("no-tray"));
        assertTrue(new ToldOnce(folder).isNew("something-else"));
    }

    @Test
    void whereNothingCanBeRememberedItIsToldAgain() {
        ToldOnce forgetful = new ToldOnce(folder.resolve("missing"));
        assertTrue(forgetful.isNew("no-tray"));
        assertTrue(forgetful.isNew("no-tray"));
    }
}
