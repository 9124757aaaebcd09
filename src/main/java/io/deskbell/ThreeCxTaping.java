package io.deskbell;

import io.deskbell.call.Extension;
import io.deskbell.config.ThreeCxSettings;
import io.deskbell.source.threecx.ThreeCxTranslator;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a 3CX is recorded and replayed. */
final class ThreeCxTaping {
    static final Taping TAPING = new Taping(ThreeCxTranslator.KINDS, List.of("host", "dn", "queues"),
            config -> {
                ThreeCxSettings settings = config.systems().threeCx().orElseThrow();
                return Map.of("host", URI.create(settings.url()).getHost(), "dn", settings.dn(),
                        "queues", settings.queues().entrySet().stream().sorted(Map.Entry.comparingByKey())
                                .map(queue -> queue.getKey() + " " + queue.getValue())
                                .collect(Collectors.joining(", ")));
            }, head -> new ThreeCxTranslator(head.find("host").orElse("3cx"), queues(head.find("queues").orElse("")),
                    head.find("dn").map(Extension::new).orElseGet(head::extension), head.plan()));

    private ThreeCxTaping() {
    }

    private static Map<String, String> queues(String written) {
        return Arrays.stream(written.split(",")).map(String::strip).filter(pair -> pair.contains(" "))
                .collect(Collectors.toMap(pair -> pair.split(" ")[0], pair -> pair.split(" ")[1]));
    }
}
