package io.deskbell.source.tapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.CallReport;
import io.deskbell.source.PhoneListener;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineOwnerTest {
    /** It said so at once, while what was told before still waited for the watching thread. */
    @Test
    void thatSomethingIsSafeIsAskedOfWhomItIsToldTo() throws Exception {
        List<String> told = new ArrayList<>();
        LineOwner owner = new LineOwner(LineOwnerTest::nothing, (windows, stop, listener) -> {
            listener.watching();
            listener.whenSafe(() -> told.add("safe"));
        });
        owner.start();
        LineOwner.Heard first = owner.next();
        LineOwner.Heard second = owner.next();
        assertEquals(List.of(), told);

        first.tell(noting(told));
        second.tell(noting(told));
        assertEquals(List.of("watching", "asked when it is safe"), told);
        owner.stop();
    }

    private static PhoneListener noting(List<String> told) {
        return new PhoneListener() {
            @Override
            public void watching() {
                told.add("watching");
            }

            @Override
            public void report(CallReport report) {
                told.add("report");
            }

            @Override
            public void snapshot(List<CallReport> reports, Instant at) {
                told.add("snapshot");
            }

            @Override
            public void whenSafe(Runnable then) {
                told.add("asked when it is safe");
            }
        };
    }

    /** A computer without telephony, on which events can be made. */
    private static Windows nothing() {
        WaitFunctions waits = (WaitFunctions) Proxy.newProxyInstance(LineOwnerTest.class.getClassLoader(),
                new Class<?>[] {WaitFunctions.class}, (self, function, values) ->
                        function.getReturnType() == boolean.class ? true : null);
        return new Windows(null, waits, null);
    }
}
