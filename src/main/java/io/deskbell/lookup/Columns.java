package io.deskbell.lookup;

import io.deskbell.call.Reason;
import io.deskbell.config.LookupSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which columns of a list hold what.
 *
 * @param numbers at least one
 * @param value -1 for none; as with the name
 * @param headless the first line is a customer like the others
 */
record Columns(List<Integer> numbers, int value, int name, boolean headless) {
    private static final Set<String> NUMBERS = Set.of("phone", "phonenumber", "phoneno", "telephone",
            "telephonenumber", "mobile", "mobilephone", "mobilenumber", "tel", "telefoon", "telefoonnummer", "mobiel",
            "mobielnummer", "gsm", "telefon", "telefonnummer", "rufnummer", "mobil", "mobiltelefon", "handy",
            "handynummer", "number", "nummer", "msisdn");
    private static final Set<String> VALUES = Set.of("customeridentifier", "customerid", "customernumber",
            "customerno", "customer", "identifier", "id", "value", "filtervalue", "externalidentifier", "klantnummer",
            "klantid", "klantnr", "debiteurnummer", "debiteur", "relatienummer", "kundennummer", "kundenid", "kundennr",
            "debitor", "debitorennummer", "waarde", "wert");
    private static final Set<String> NAMES = Set.of("name", "fullname", "customername", "company", "companyname",
            "displayname", "naam", "klantnaam", "bedrijf", "bedrijfsnaam", "volledigenaam", "kundenname", "firma",
            "firmenname", "vollername");
    private static final int MOST_SHOWN = 300;

    /** @throws UnusableListException naming what there is instead */
    static Columns of(List<String> head, LookupSettings.Csv settings) throws UnusableListException {
        String file = settings.file().getFileName().toString();
        List<Integer> numbers = new ArrayList<>();
        for (String column : settings.numbers()) numbers.add(named(column, head, file, "csv_number"));
        boolean headless = !settings.numbers().isEmpty() && settings.numbers().stream().allMatch(Columns::isPlace);
        if (numbers.isEmpty()) numbers = recognised(head, NUMBERS);
        if (numbers.isEmpty()) throw new UnusableListException(LookupReason.NO_NUMBER_COLUMN.of(file, shown(head)));
        int value = one(settings.value(), head, file, "csv_value", VALUES);
        int name = one(settings.name(), head, file, "csv_name", NAMES);
        if (value < 0 && name < 0) {
            throw new UnusableListException(LookupReason.NOTHING_TO_TELL.of(file, shown(head)));
        }
        return new Columns(numbers, value, name, headless);
    }

    private static int one(Optional<String> written, List<String> head, String file, String key, Set<String> known)
            throws UnusableListException {
        if (written.isPresent()) return named(written.get(), head, file, key);
        return recognised(head, known).stream().findFirst().orElse(-1);
    }

    private static int named(String column, List<String> head, String file, String key) throws UnusableListException {
        if (isPlace(column)) {
            int place = Integer.parseInt(column) - 1;
            if (place < head.size()) return place;
        }
        for (int place = 0; place < head.size(); place++) {
            if (plain(head.get(place)).equals(plain(column)) && !plain(column).isEmpty()) return place;
        }
        Reason missing = LookupReason.NO_COLUMN.of(file, column, shown(head), key);
        throw new UnusableListException(missing);
    }

    private static boolean isPlace(String column) {
        return column.matches("[1-9][0-9]{0,2}");
    }

    private static List<Integer> recognised(List<String> head, Set<String> known) {
        return IntStream.range(0, head.size()).filter(place -> known.contains(plain(head.get(place)))).boxed().toList();
    }

    /** As it is recognised: letters and digits, small. */
    private static String plain(String head) {
        return head.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** A first line that is a customer's shows no number: digits are struck. */
    private static String shown(List<String> head) {
        String all = String.join(", ", head).replaceAll("\\p{Cntrl}", " ").replaceAll("\\d{3,}", "…");
        return all.length() <= MOST_SHOWN ? all : all.substring(0, MOST_SHOWN) + "…";
    }
}
