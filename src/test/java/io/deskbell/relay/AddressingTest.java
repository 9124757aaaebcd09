package io.deskbell.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.deskbell.call.Extension;
import io.deskbell.source.mqtt.Letter;
import io.deskbell.source.mqtt.Topics;
import io.deskbell.source.mqtt.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AddressingTest {
    private static final Topics TOPICS = new Topics("deskbell");

    private final Addressing one = new Addressing("a", TOPICS, Set.of());
    private final Addressing other = new Addressing("b", TOPICS, Set.of());

    @Test
    void theEndIsToldToAllWhomTheCallConcerned() {
        letters(one, Told.ringing("c", 201, 202));
        assertEquals(topics("deskbell/201", "deskbell/202"), letters(one, Told.answered("c", 202)));
        assertEquals(topics("deskbell/201", "deskbell/202"), letters(one, Told.ended("c")));
    }

    @Test
    void joinedCallsAreOneUnderEitherName() {
        letters(one, Told.answered("c-1", 201));
        letters(one, Told.warmTransfer("c-2", "c-1", 201, 203));
        assertEquals(topics("deskbell/201", "deskbell/203"), letters(one, Told.ended("c-2")));
        assertEquals(topics("deskbell/201", "deskbell/203"), letters(one, Told.ended("c-1")));
    }

    @Test
    void theEndOfACallOfNobodyKnowsWhomIsToldToEverybodyWithoutNumbers() {
        List<Mqtt5Publish> posts = one.posts(Told.item(1, Told.ended("c")));
        assertEquals(List.of("deskbell/-/all"), posts.stream().map(post -> post.getTopic().toString()).toList());
        String text = text(posts.getFirst());
        assertFalse(text.contains("+31"), text);
        Letter.Told letter = (Letter.Told) Wire.letter(text).orElseThrow();
        assertTrue(letter.over());
        assertEquals("c", letter.call());
    }

    /** What the broker holds of an earlier run, or of the other relay. */
    @Test
    void whomACallConcernsIsLearntFromTheBroker() {
        one.posts(Told.item(1, Told.ringing("c", 201, 202))).stream().filter(Mqtt5Publish::isRetain)
                .forEach(route -> other.learn(text(route)));
        assertEquals(topics("deskbell/201", "deskbell/202"), letters(other, Told.ended("c")));
    }

    /** Each relay is told one half of a call, and the one learns of it after it has told its own half. */
    @Test
    void whatWasToldTooEarlyIsToldToThoseLearntOfLater() {
        List<Mqtt5Publish> ringing = one.posts(Told.item(1, Told.ringing("c", 201, 202)));
        assertEquals(topics("deskbell/202"), letters(other, Told.answered("c", 202)));
        List<Mqtt5Publish> more = new ArrayList<>();
        ringing.stream().filter(Mqtt5Publish::isRetain).forEach(route -> more.addAll(other.learn(text(route))));
        assertEquals(topics("deskbell/201"), names(more));
        Letter.Told late = (Letter.Told) Wire.letter(text(more.getFirst())).orElseThrow();
        assertTrue(late.body().contains("in-progress"), late.body());
    }

    /** One relay was cut off from the broker: nobody else tells them, and their call would not end. */
    @Test
    void whoeverIsLearntOfMinutesLaterIsToldOfTheEndAsWell() {
        letters(other, Told.ringing("c", 201));
        letters(other, Told.ended("c"));
        other.posts(Told.item(2, Told.AT.plus(Duration.ofMinutes(9)), Told.ringing("d", 201)));
        List<Mqtt5Publish> more = new ArrayList<>();
        one.posts(Told.item(1, Told.answered("c", 202))).stream().filter(Mqtt5Publish::isRetain)
                .forEach(route -> more.addAll(other.learn(text(route))));
        assertEquals(List.of("deskbell/202", "deskbell/202"),
                more.stream().map(post -> post.getTopic().toString()).toList());
        assertTrue(text(more.getLast()).contains("ended"));
    }

    @Test
    void bothRelaysNameTheSameNotificationAlike() {
        Set<String> ids = new TreeSet<>();
        for (Addressing relay : List.of(one, other)) {
            relay.posts(Told.item(1, Told.answered("c", 201))).stream().filter(post -> !post.isRetain()).forEach(
                    post -> ids.add(Wire.letter(text(post)).orElseThrow().envelope().id()));
        }
        assertEquals(1, ids.size());
    }

    @Test
    void aLetterBearsThePlatformsOwnMomentUnlessThatCannotBe() {
        assertEquals(Instant.parse("2026-01-05T08:59:59.500Z"), moment(Told.answered("c", 201)));
        assertEquals(Told.AT, moment(Told.answered("c", 201).replace("2026-01-05T08", "2018-01-05T08")));
        assertEquals(Told.AT, moment(Told.answered("c", 201).replace("2026-01-05T08", "yesterday")));
    }

    @Test
    void onlyThoseServedAreTold() {
        Addressing few = new Addressing("a", TOPICS, Set.of(new Extension("202")));
        assertEquals(topics("deskbell/202"), letters(few, Told.ringing("c", 201, 202)));
    }

    private Instant moment(String told) {
        return one.posts(Told.item(1, told)).stream().filter(post -> !post.isRetain())
                .map(post -> Wire.letter(text(post)).orElseThrow().envelope().at()).findFirst().orElseThrow();
    }

    private static Set<String> letters(Addressing relay, String told) {
        return names(relay.posts(Told.item(1, told)).stream().filter(post -> !post.isRetain()).toList());
    }

    private static Set<String> names(List<Mqtt5Publish> posts) {
        return new TreeSet<>(posts.stream().map(post -> post.getTopic().toString()).toList());
    }

    private static Set<String> topics(String... names) {
        return new TreeSet<>(List.of(names));
    }

    private static String text(Mqtt5Publish post) {
        return new String(post.getPayloadAsBytes(), StandardCharsets.UTF_8);
    }
}
