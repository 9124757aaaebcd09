package io.deskbell.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads {@link CustomerSettings}. */
final class LookupSection {
    private static final String SECTION = "lookup";
    /** RFC 9110, section 5.1: a name is a token; CR and LF in the value would begin another header. */
    private static final String HEADER = "[A-Za-z0-9!#$%&'*+.^_`|~-]+: *[\\x20-\\x7e]*\\{token}[\\x20-\\x7e]*";
    private static final String EMAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";

    private final ConfigReader reader;

    LookupSection(ConfigReader reader) {
        this.reader = reader;
    }

    CustomerSettings read(URI api, Secret apiKey) {
        LookupSettings lookup = new LookupSettings(csv(), web(), namePattern());
        boolean wanted = reader.yes("inbox", "show_customer");
        return new CustomerSettings(lookup, wanted ? Optional.of(show(api, apiKey)) : Optional.empty());
    }

    private ShowCustomerSettings show(URI api, Secret apiKey) {
        Secret own = new Secret(reader.text("inbox", "show_customer_key"));
        Secret secret = new Secret(reader.text("inbox", "show_customer_secret"));
        if (secret.isEmpty()) {
            reader.missing("inbox", "show_customer_secret", "the secret CM.com gave you with the key; store it with:"
                    + " deskbell secret set inbox.show_customer_secret");
        }
        String email = reader.text("agent", "email");
        if (email.isEmpty()) reader.missing("agent", "email", "the agent's e-mail address in Agent Inbox");
        else if (!email.matches(EMAIL)) reader.wrong("agent", "email", "not an e-mail address");
        return new ShowCustomerSettings(api, own.isEmpty() ? apiKey : own, secret, email);
    }

    private Optional<LookupSettings.Csv> csv() {
        try {
            return reader.optional(SECTION, "csv").map(file -> new LookupSettings.Csv(Path.of(file),
                    reader.list(SECTION, "csv_number"), reader.optional(SECTION, "csv_value"),
                    reader.optional(SECTION, "csv_name")));
        } catch (InvalidPathException impossible) {
            reader.wrong(SECTION, "csv", "not the path of a file");
            return Optional.empty();
        }
    }

    private Optional<LookupSettings.Web> web() {
        Optional<String> url = reader.optional(SECTION, "url");
        if (url.isEmpty()) return Optional.empty();
        judge(url.get());
        String header = reader.text(SECTION, "header");
        if (!header.matches(HEADER)) reader.wrong(SECTION, "header", "not a header such as X-Api-Key: {token}");
        Secret token = new Secret(reader.text(SECTION, "token"));
        if (!token.reveal().matches("[\\x20-\\x7e]*")) {
            reader.wrong(SECTION, "token", "has a character no header can hold");
        }
        return Optional.of(new LookupSettings.Web(url.get(), reader.optional(SECTION, "url_value"),
                reader.optional(SECTION, "url_name"), header, token, reader.text(SECTION, "user"),
                new Secret(reader.text(SECTION, "password")), reader.seconds(SECTION, "timeout", 1, 10),
                Duration.ofMinutes(reader.number(SECTION, "keep_minutes", 0, 1_440, "a number of minutes"))));
    }

    private void judge(String url) {
        Optional<String> unknown = LookupPlaceholders.firstUnknownIn(url);
        if (unknown.isPresent()) {
            reader.wrong(SECTION, "url", "{" + unknown.get() + "} is none of "
                    + String.join(", ", LookupPlaceholders.ALL));
        } else if (LookupPlaceholders.decideTheHost(url) || ConfigReader.web(LookupPlaceholders.blank(url)).isEmpty()) {
            reader.wrong(SECTION, "url", "not an address such as https://crm.example.com/callers?phone={phone}");
        } else if (!LookupPlaceholders.holdANumber(url)) {
            reader.wrong(SECTION, "url", "has neither {phone} nor {phone_digits} in it");
        }
    }

    private Optional<String> namePattern() {
        Optional<String> pattern = reader.optional(SECTION, "name_pattern");
        try {
            if (pattern.map(Pattern::compile).filter(read -> read.groupCount() < 1).isPresent()) {
                reader.wrong(SECTION, "name_pattern", "has no group: put the value's part in ( )");
            }
        } catch (PatternSyntaxException wrong) {
            reader.wrong(SECTION, "name_pattern", "not a pattern of RE2: " + wrong.getDescription());
        }
        return pattern;
    }
}
