package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.config.InboxSettings;
import io.deskbell.config.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The configuration of the desk that a recording was made at. */
final class RecordedDesk {
    private RecordedDesk() {
    }

    static InboxSettings inbox(URI url, String key) {
        return new InboxSettings(url, new Secret(key), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * @param inbox where it is registered; what else is sent there is as in the recording
     * @param folder for the list of customers, where the recording has one
     */
    static Config config(Recording recording, InboxSettings inbox, Path folder) throws ConfigException, IOException {
        RecordingHead head = recording.head();
        Path customers = folder.resolve("customers.csv");
        boolean lookup = !recording.customers().isEmpty();
        if (lookup) Files.write(customers, recording.customers());
        return Config.parse("recording", """
                [agent]
                extension = %s
                country = %s
                internal = %s
                outside_prefix = %s
                transfer = %s
                [inbox]
                api_url = %s
                api_key = %s
                withheld_number = %s
                referrer = %s
                filter_field = %s
                [phone]
                source = simulator
                [lookup]
                csv = %s
                """.formatted(head.extension(), head.country(), head.internal(), head.outsidePrefix(), head.transfer(),
                inbox.apiUrl(), inbox.apiKey().reveal(), head.find("withheld-number").orElse(""),
                head.find("referrer").orElse(""), head.find("filter-field").orElse(""),
                lookup ? customers : ""));
    }
}
