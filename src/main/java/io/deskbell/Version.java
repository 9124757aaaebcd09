package io.deskbell;

import java.util.Optional;

/** Which Deskbell this is. */
final class Version {
    /** From the jar's manifest; "development" when run from loose classes. */
    static final String TEXT =
            Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("development");

    private Version() {
    }
}
