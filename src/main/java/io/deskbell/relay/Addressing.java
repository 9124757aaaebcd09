package io.deskbell.relay;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.deskbell.call.Extension;
import io.deskbell.source.mqtt.Letter;
import io.deskbell.source.mqtt.Topics;
import io.deskbell.source.mqtt.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told what. A notification goes to all whom any notification of the same call has named, here or at the other
 * relay. What the other knew is learnt a moment later, perhaps: then what was told lately is told to those as well. The
 * end of a call of which nobody knows whom it concerns is told to everybody, without numbers. Not thread safe.
 */
final class Addressing {
    /** As long as the other relay's word is there to be read; it may be cut off from the broker for minutes. */
    private static final Duration LATELY = Routes.AFTERMATH;
    /** Some 10 MB, and ten minutes of a thousand desks. */
    private static final int MOST_LATELY = 10_000;

    private final String relay;
    private final Topics topics;
    private final Set<Extension> served;
    private final Routes routes = new Routes();
    private final Deque<Sent> lately = new ArrayDeque<>();

    private record Sent(List<String> ids, byte[] letter, Instant at) {
    }

    /** @param served whose calls are told; empty for all */
    Addressing(String relay, Topics topics, Set<Extension> served) {
        this.relay = relay;
        this.topics = topics;
        this.served = Set.copyOf(served);
    }

    /** What to hand to the broker for one thing from the spool, in this order. */
    List<Mqtt5Publish> posts(Spool.Item item) {
        if (item.to().isPresent()) {
            return List.of(Post.letter(topics.of(new Extension(item.to().get())), item.body()));
        }
        Notification notification = Notification.read(item.body());
        boolean unknown = notification.ids().stream().noneMatch(routes::knows) && notification.named().isEmpty();
        if (notification.isOver() && unknown) return List.of(toEverybody(notification, item.at()));
        List<Mqtt5Publish> posts = new ArrayList<>(routing(notification));
        byte[] letter = letter(notification, notification.body(), item.at());
        for (Extension extension : routes.of(notification.call())) {
            if (isServed(extension)) posts.add(Post.letter(topics.of(extension), letter));
        }
        remember(new Sent(notification.ids(), letter, item.at()));
        return posts;
    }

    /** What to hand over now that a relay has said whom a call concerns. */
    List<Mqtt5Publish> learn(String text) {
        Optional<Routes.Learnt> learnt = routes.learn(text);
        if (learnt.isEmpty()) return List.of();
        List<Mqtt5Publish> posts = new ArrayList<>();
        for (Sent sent : lately) {
            if (!sent.ids().contains(learnt.get().call())) continue;
            learnt.get().extensions().stream().filter(this::isServed)
                    .forEach(extension -> posts.add(Post.letter(topics.of(extension), sent.letter())));
        }
        return posts;
    }

    /** Only what changes: most calls are told of more than once. */
    private List<Mqtt5Publish> routing(Notification notification) {
        List<String> ids = notification.ids();
        List<Set<Extension>> before = ids.stream().map(routes::of).toList();
        Set<Extension> all = routes.concern(ids, notification.named());
        List<Mqtt5Publish> posts = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            boolean same = before.get(i).equals(all);
            if (all.isEmpty() || same && !notification.isOver()) continue;
            posts.add(Post.retained(topics.routes(relay, ids.get(i)), Routes.bytes(ids.get(i), all),
                    notification.isOver() ? Routes.AFTERMATH : Routes.LIFE));
        }
        return posts;
    }

    private Mqtt5Publish toEverybody(Notification notification, Instant received) {
        byte[] letter = letter(notification, notification.withoutNumbers(), received);
        remember(new Sent(notification.ids(), letter, received));
        return Post.letter(topics.everybody(), letter);
    }

    private byte[] letter(Notification notification, String body, Instant received) {
        return Wire.bytes(new Letter.Told(new Letter.Envelope(notification.digest(), relay,
                notification.at(received)), "voipgrid", notification.call(), notification.isOver(), body));
    }

    private void remember(Sent sent) {
        lately.add(sent);
        Instant since = sent.at().minus(LATELY);
        while (lately.size() > MOST_LATELY || lately.peekFirst().at().isBefore(since)) lately.removeFirst();
    }

    private boolean isServed(Extension extension) {
        return served.isEmpty() || served.contains(extension);
    }
}
