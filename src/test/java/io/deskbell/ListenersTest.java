package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.source.ForwardingListener;
import io.deskbell.source.PhoneListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every listener that stands between a source and the next one to hand on every word; found by its class. */
class ListenersTest {
    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void aListenerWithAnotherBehindItIsMadeToHandOn() throws Exception {
        assertEquals(Set.of(), all(type -> !ForwardingListener.class.isAssignableFrom(type)
                && Arrays.stream(type.getDeclaredFields()).anyMatch(field ->
                        PhoneListener.class.isAssignableFrom(field.getType()))));
    }

    /** A new one says in its own room's test what it does with {@link io.deskbell.source.EveryWord}. */
    @Test
    void eachOfThemIsTested() throws Exception {
        assertEquals(new TreeSet<>(Set.of("WithoutOwnRings", "relay.WatchedExchange$Announced",
                "source.SourceRunner$Announcing", "source.mqtt.MqttTranslator$Noting",
                "source.mqtt.MqttTranslator$Gathering", "source.mqtt.WhileRelayed", "source.poll.PollSource$Ear",
                "source.sip.LineInUse")), all(ForwardingListener.class::isAssignableFrom));
    }

    private static Set<String> all(Predicate<Class<?>> wanted) throws Exception {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = CLASSES.relativize(file).toString().replace(".class", "").replaceAll("[/\\\\]", ".");
                Class<?> type = Class.forName(name, false, ListenersTest.class.getClassLoader());
                boolean listens = PhoneListener.class.isAssignableFrom(type) && type != ForwardingListener.class;
                if (listens && wanted.test(type)) found.add(name.substring("io.deskbell.".length()));
            }
        }
        return found;
    }
}
