package io.deskbell.lookup;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.PhoneNumber;
import io.deskbell.config.LookupSettings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Lists of customers for tests. */
final class Lists {
    static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));

    private Lists() {
    }

    static LookupSettings.Csv settings(Path file) {
        return new LookupSettings.Csv(file, List.of(), Optional.empty(), Optional.empty());
    }

    static Path write(Path folder, String text) throws IOException {
        return write(folder, text, StandardCharsets.UTF_8);
    }

    static Path write(Path folder, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("customers.csv"), text.getBytes(charset));
    }

    static CustomerList read(Path file) throws UnusableListException {
        return ListReader.read(settings(file), PLAN);
    }

    /** "value name", a hyphen for what is not there. */
    static String who(CustomerTable table, String number) {
        return who(table.find(new PhoneNumber(number)));
    }

    static String who(Found found) {
        return found.value().orElse("-") + " " + found.name().orElse("-");
    }
}
