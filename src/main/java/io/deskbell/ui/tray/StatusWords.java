package io.deskbell.ui.tray;

import io.deskbell.outbox.Counts;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.SourceStatus;
import io.deskbell.ui.tray.TrayFacts.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says how things stand, one short sentence for each thing worth saying. */
final class StatusWords {
    private final TrayWords words;

    StatusWords(TrayWords words) {
        this.words = words;
    }

    List<String> sentences(TrayFacts facts) {
        List<String> said = new ArrayList<>(phones(facts));
        long calls = facts.conversations();
        if (calls == 1) said.add(words.of("in.a.call"));
        if (calls > 1) said.add(words.of("in.calls", calls));
        pause(facts.paused()).ifPresent(said::add);
        if (facts.courier() instanceof CourierStatus.Unavailable) said.add(words.of("inbox.unavailable"));
        if (facts.courier() instanceof CourierStatus.Unauthorized) said.add(words.of("inbox.key"));
        Counts counts = facts.counts();
        if (counts.diskTrouble().isPresent()) said.add(words.of("disk"));
        if (counts.waiting() > 0) said.add(words.of("waiting", counts.waiting()));
        if (counts.setAside() > 0) said.add(words.of("refused", counts.setAside()));
        return said;
    }

    Optional<String> pause(Paused now) {
        return switch (now) {
            case NOTHING -> Optional.empty();
            case POPS -> Optional.of(words.of("paused.pops"));
            case REGISTRATION -> Optional.of(words.of("paused.registration"));
        };
    }

    /** What is well in one sentence, and one for each phone that is not. */
    private List<String> phones(TrayFacts facts) {
        List<String> watched = facts.phones().stream()
                .filter(phone -> phone.status() instanceof SourceStatus.Watching).map(Phone::where).toList();
        List<String> said = new ArrayList<>();
        if (!watched.isEmpty()) said.add(words.of("watching", facts.extension(), String.join(", ", watched)));
        for (Phone phone : facts.phones()) {
            switch (phone.status()) {
                case SourceStatus.Watching watching -> { /* Said above. */ }
                case SourceStatus.Connecting ignored ->
                        said.add(words.of("connecting", facts.extension(), phone.where()));
                case SourceStatus.Lost lost -> said.add(words.of("lost", facts.extension(), phone.where()));
            }
        }
        return said;
    }
}
