package io.deskbell.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Phones on the agent's desk and softphones on the agent's computer; each is present when it is one of the sources.
 */
public record NearbyPhones(Optional<PollSettings> poll, Optional<BaresipSettings> baresip,
                           Optional<FritzBoxSettings> fritzbox, Optional<BriaSettings> bria,
                           Optional<TinyphoneSettings> tinyphone) {
    List<Secret> secrets() {
        List<Secret> all = new ArrayList<>();
        poll.ifPresent(settings -> all.add(settings.password()));
        return all;
    }
}
