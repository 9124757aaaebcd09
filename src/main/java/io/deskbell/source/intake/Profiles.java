package io.deskbell.source.intake;

import io.deskbell.call.CallKey.Scope;
import io.deskbell.config.VoipgridSettings.Numbering;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The makes of phones there are profiles for: a line a make. */
final class Profiles {
    private final Map<String, Profile> profiles = new LinkedHashMap<>();

    Profiles(String ownExtension) {
        this(ownExtension, Numbering.EITHER);
    }

    /** @param numbering of VoIPGRID's notifications */
    Profiles(String ownExtension, Numbering numbering) {
        Profile unique = new NamedValues(ownExtension, Scope.LEG, false);
        Profile small = new NamedValues(ownExtension, Scope.REUSED, false);
        for (String name : List.of("yealink", "snom", "grandstream", "fanvil", "mitel", "aastra", "nfon",
                "generic")) {
            profiles.put(name, unique);
        }
        for (String name : List.of("3cx-assistant", "estos")) {
            profiles.put(name, small);
        }
        profiles.put("microsip", new NamedValues(ownExtension, Scope.LEG, true));
        profiles.put("gointegrator", new NamedValues(ownExtension, Scope.REUSED, true));
        profiles.put("poly", new PolyNotification());
        profiles.put("voipgrid", new VoipgridNotification(ownExtension, numbering));
    }

    Optional<Profile> find(String name) {
        return Optional.ofNullable(profiles.get(name));
    }

    List<String> names() {
        return List.copyOf(profiles.keySet());
    }
}
