package io.deskbell.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Telephone systems that are asked by an interface of their own; each is present when it is one of the sources. */
public record PhoneSystems(Optional<MqttSettings> mqtt) {
    List<Secret> secrets() {
        List<Secret> all = new ArrayList<>();
        mqtt.ifPresent(settings -> all.add(settings.broker().password()));
        return all;
    }
}
