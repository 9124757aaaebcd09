package io.deskbell.source.sip;

import io.deskbell.source.EveryWord;
import org.junit.jupiter.api.Test;

/** What it makes of presence is in the recordings. */
class LineInUseTest {
    private final EveryWord words = new EveryWord();

    @Test
    void everyWordIsHandedOn() {
        words.tell(new LineInUse(words.last(), false));
        words.allCame();
    }
}
