package io.deskbell.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Telephone systems that are asked by an interface of their own; each is present when it is one of the sources.
 *
 * @param voipgrid present as well where the intake or a relay may tell its notifications
 */
public record PhoneSystems(Optional<VoipgridSettings> voipgrid, Optional<AsteriskSettings> asterisk,
                           Optional<MqttSettings> mqtt, Optional<ThreeCxSettings> threeCx,
                           Optional<XelionSettings> xelion) {
    List<Secret> secrets() {
        List<Secret> all = new ArrayList<>();
        voipgrid.ifPresent(settings -> all.add(settings.secret()));
        asterisk.ifPresent(settings -> all.add(settings.secret()));
        mqtt.ifPresent(settings -> all.add(settings.broker().password()));
        threeCx.ifPresent(settings -> all.add(settings.clientSecret()));
        xelion.ifPresent(settings -> all.addAll(List.of(settings.password(), settings.appKey())));
        return all;
    }
}
