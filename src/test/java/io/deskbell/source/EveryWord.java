package io.deskbell.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Every word a listener can be told, as the interface has them now, so that none is forgotten on its way. */
public final class EveryWord {
    private static final CallReport TALKING = CallReport.of(CallKey.leg("a"), CallState.CONNECTED, Instant.EPOCH)
            .going(Direction.INBOUND)
            .with(new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201")).caller("0612345678", ""));
    private static final Runnable NOTHING = () -> { };

    private final List<String> told = new ArrayList<>();
    private final PhoneListener last = (PhoneListener) Proxy.newProxyInstance(EveryWord.class.getClassLoader(),
            new Class<?>[] {PhoneListener.class}, (self, word, said) -> {
                told.add(line(word, said));
                return word.getReturnType() == PhoneListener.class ? self : null;
            });
    private final List<String> said = new ArrayList<>();

    /** To stand behind the listener that is tested. */
    public PhoneListener last() {
        return last;
    }

    /** Tells all of them, in the order of their names. */
    public void tell(PhoneListener listener) {
        List<Method> words = new ArrayList<>(List.of(PhoneListener.class.getMethods()));
        words.sort(Comparator.comparing(Method::getName));
        for (Method word : words) {
            Object[] values = Arrays.stream(word.getParameterTypes()).map(EveryWord::value).toArray();
            try {
                word.invoke(listener, values);
            } catch (ReflectiveOperationException refused) {
                throw new AssertionError(word.getName(), refused);
            }
            said.add(line(word, values));
        }
    }

    /** Fails when one of them did not come to the last, or came twice, or in other words. */
    public void allCame() {
        assertEquals(said, told.stream().sorted().toList());
    }

    private static Object value(Class<?> type) {
        if (type == CallReport.class) return TALKING;
        if (type == List.class) return List.of(TALKING);
        if (type == Instant.class) return Instant.EPOCH;
        if (type == Runnable.class) return NOTHING;
        if (type == String.class) return "another way";
        throw new AssertionError("teach this test what to say where a word takes " + type);
    }

    private static String line(Method word, Object[] values) {
        return word.getName() + (values == null ? "[]" : Arrays.toString(values));
    }
}
