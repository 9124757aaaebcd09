package io.deskbell.source;

import org.junit.jupiter.api.Test;

class ForwardingListenerTest {
    private final EveryWord words = new EveryWord();

    @Test
    void everyWordIsHandedOn() {
        words.tell(new ForwardingListener(words.last()) { });
        words.allCame();
    }
}
