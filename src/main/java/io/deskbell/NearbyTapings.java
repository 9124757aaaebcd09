package io.deskbell;

import io.deskbell.config.FritzBoxSettings;
import io.deskbell.config.PollSettings.Make;
import io.deskbell.source.Reading;
import io.deskbell.source.ReadingTranslator;
import io.deskbell.source.baresip.BaresipReading;
import io.deskbell.source.bria.BriaReading;
import io.deskbell.source.fritzbox.MonitorReading;
import io.deskbell.source.poll.PollSource;
import io.deskbell.source.tinyphone.TinyphoneReading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How phones on the desk and softphones on the computer are recorded and replayed. */
final class NearbyTapings {
    static final Taping POLL = new Taping(Arrays.stream(Make.values()).map(Make::word).toList(), head ->
            new ReadingTranslator(Map.of(Make.POLY.word(), PollSource.reading(Make.POLY, head.plan()),
                    Make.GRANDSTREAM.word(), PollSource.reading(Make.GRANDSTREAM, head.plan()))));
    static final Taping BARESIP = of("baresip", head -> new BaresipReading(head.plan(), command -> { }));
    static final Taping FRITZBOX = new Taping(List.of("fritzbox"), List.of("ports", "numbers"), config -> {
        FritzBoxSettings box = config.nearby().fritzbox().orElseThrow();
        return Map.of("ports", String.join(",", box.ports()), "numbers", String.join(",", box.numbers()));
    }, head -> new ReadingTranslator(Map.of("fritzbox",
            new MonitorReading(head.plan(), list(head, "ports"), list(head, "numbers")))));
    static final Taping BRIA = of("bria", head -> new BriaReading(head.plan(), () -> { }));
    static final Taping TINYPHONE = of("tinyphone", head -> new TinyphoneReading(head.plan()));

    private NearbyTapings() {
    }

    /** What is asked when a recording is played is asked of nobody: the answers are in it. */
    private static Taping of(String kind, Function<RecordingHead, Reading> reading) {
        return new Taping(List.of(kind), head -> new ReadingTranslator(Map.of(kind, reading.apply(head))));
    }

    private static List<String> list(RecordingHead head, String setting) {
        return head.find(setting).stream().flatMap(text -> Arrays.stream(text.split("[, ]+"))).toList();
    }
}
