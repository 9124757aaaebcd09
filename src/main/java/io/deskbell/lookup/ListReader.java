package io.deskbell.lookup;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Reason;
import io.deskbell.config.LookupSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a list of customers as spreadsheets and customer systems write it (RFC 4180, and what they make of it). */
final class ListReader {
    static final int MOST_MEGABYTES = 64;
    static final int MOST_REASONS = 20;
    /** A customer's data may have a few line breaks in it; more are a quotation mark that was forgotten. */
    private static final int MOST_BREAKS = 20;
    private static final int LONGEST_FIELD = 64 * 1_024;
    private static final int LONGEST_HEAD = 16 * 1_024;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern ROUNDED = Pattern.compile("\\s*[0-9][.,][0-9]+[eE]\\+[0-9]+\\s*");

    private final LookupSettings.Csv settings;
    private final NumberReader reader;
    private final String file;
    private final CustomerTable table = new CustomerTable();
    private final List<Reason> why = new ArrayList<>();
    private int lines;
    private int refused;
    private int shared;

    private ListReader(LookupSettings.Csv settings, NumberPlan plan) {
        this.settings = settings;
        this.reader = new NumberReader(plan);
        this.file = settings.file().getFileName().toString();
    }

    /** @throws UnusableListException when nothing of it can be used */
    static CustomerList read(LookupSettings.Csv settings, NumberPlan plan) throws UnusableListException {
        Path path = settings.file();
        try {
            long size = Files.size(path);
            if (size == 0) throw new UnusableListException(LookupReason.EMPTY.of(path));
            if (size > MOST_MEGABYTES * 1_048_576L) {
                throw new UnusableListException(LookupReason.TOO_LARGE.of(path, MOST_MEGABYTES));
            }
            return new ListReader(settings, plan).list();
        } catch (NoSuchFileException missing) {
            throw new UnusableListException(LookupReason.MISSING.of(path));
        } catch (IOException unreadable) {
            throw new UnusableListException(LookupReason.UNREADABLE.of(path, unreadable.getClass().getSimpleName()));
        }
    }

    private CustomerList list() throws IOException, UnusableListException {
        try (Reader text = new BufferedReader(ListText.open(settings.file()))) {
            char separator = separator(text);
            CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true)
                    .allowMissingFields(true).allowExtraFields(true).allowExtraCharsAfterClosingQuote(true)
                    .maxBufferSize(LONGEST_FIELD).ofCsvRecord(text);
            read(records);
        }
        return new CustomerList(table.trimmed(), lines, refused, why, shared);
    }

    private void read(CsvReader<CsvRecord> records) throws UnusableListException {
        Columns columns = null;
        long line = 0;
        try {
            for (CsvRecord record : records) {
                line = record.getStartingLineNumber();
                if (isTorn(record)) throw new UnusableListException(LookupReason.OPEN_QUOTE.of(file, line));
                boolean head = columns == null;
                if (head && record.getField(0).startsWith("sep=")) continue; // Excel's word for its separator.
                if (head) columns = Columns.of(record.getFields(), settings);
                boolean isHead = head && (!columns.headless() || numbers(record, columns).isEmpty());
                if (!isHead) take(record, columns);
            }
        } catch (CsvParseException endless) {
            throw new UnusableListException(LookupReason.OPEN_QUOTE.of(file, line + 1));
        }
        if (columns == null) throw new UnusableListException(LookupReason.EMPTY.of(settings.file()));
    }

    private static boolean isTorn(CsvRecord record) {
        return record.getFields().stream().anyMatch(field ->
                field.indexOf('\n') >= 0 && field.chars().filter(c -> c == '\n').count() > MOST_BREAKS);
    }

    private void take(CsvRecord record, Columns columns) {
        if (record.getFields().stream().allMatch(String::isBlank)) return; // ";;;" below a spreadsheet's last row.
        lines++;
        long line = record.getStartingLineNumber();
        String value = field(record, columns.value()).strip();
        if (!Found.isFit(value)) {
            refuse(LookupReason.LINE_VALUE.of(line));
            return;
        }
        List<PhoneNumber> numbers = numbers(record, columns);
        if (numbers.isEmpty()) {
            refuse(whyNone(record, columns).of(line));
            return;
        }
        String name = SPACE.matcher(field(record, columns.name())).replaceAll(" ").strip();
        int customer = table.customer(value, name.substring(0, Math.min(name.length(), Found.LONGEST)));
        for (PhoneNumber number : numbers) {
            if (!table.add(number, customer)) shared++;
        }
    }

    private void refuse(Reason reason) {
        refused++;
        if (why.size() < MOST_REASONS) why.add(reason);
    }

    private List<PhoneNumber> numbers(CsvRecord record, Columns columns) {
        List<PhoneNumber> numbers = new ArrayList<>();
        for (int column : columns.numbers()) number(field(record, column)).ifPresent(numbers::add);
        return numbers;
    }

    private Optional<PhoneNumber> number(String written) {
        return ROUNDED.matcher(written).matches() ? Optional.empty() : reader.read(written);
    }

    private static LookupReason whyNone(CsvRecord record, Columns columns) {
        List<String> written = columns.numbers().stream().map(column -> field(record, column)).toList();
        if (written.stream().allMatch(String::isBlank)) return LookupReason.LINE_NO_NUMBER;
        return written.stream().anyMatch(text -> ROUNDED.matcher(text).matches()) ? LookupReason.LINE_ROUNDED
                : LookupReason.LINE_NOT_A_NUMBER;
    }

    private static String field(CsvRecord record, int column) {
        return column < 0 || column >= record.getFieldCount() ? "" : record.getField(column);
    }

    /** The one of ; , and tab that stands most often in the first line, outside of quotation marks. */
    private static char separator(Reader text) throws IOException {
        text.mark(LONGEST_HEAD + 1);
        int[] count = new int[3];
        boolean quoted = false;
        for (int read = 0, c = text.read(); read < LONGEST_HEAD && c >= 0; read++, c = text.read()) {
            if (c == '"') quoted = !quoted;
            if (!quoted && (c == '\n' || c == '\r')) break;
            int which = ";,\t".indexOf(c);
            if (!quoted && which >= 0) count[which]++;
        }
        text.reset();
        if (count[0] >= count[1] && count[0] >= count[2]) return ';';
        return count[1] >= count[2] ? ',' : '\t';
    }
}
