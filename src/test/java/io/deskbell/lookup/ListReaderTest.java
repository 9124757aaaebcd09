package io.deskbell.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskbell.call.Reason;
import io.deskbell.config.LookupSettings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists as spreadsheets and customer systems write them. */
class ListReaderTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    @Test
    void headsOfThreeLanguagesAreRecognised() throws Exception {
        assertEquals("7 Jansen", who("Phone,Customer ID,Name\n0612345678,7,Jansen\n", "+31612345678"));
        assertEquals("7 Jansen", who("Klantnummer;Naam;Telefoonnummer\n7;Jansen;0612345678\n", "+31612345678"));
        assertEquals("7 Jansen", who("Kunden-Nr.\tFirma\tTel.\n7\tJansen\t0031612345678\n", "+31612345678"));
    }

    @Test
    void columnsAreNamedByTheirHeadsOrTheirPlaces() throws Exception {
        String text = "who;key;one;two\nJansen;k7;0612345678;020 123 45 67\n";
        LookupSettings.Csv byHead = new LookupSettings.Csv(Lists.write(folder, text), List.of("One", "two"),
                Optional.of("key"), Optional.of("who"));
        CustomerTable read = ListReader.read(byHead, Lists.PLAN).table();
        assertEquals("k7 Jansen", Lists.who(read, "+31612345678"));
        assertEquals("k7 Jansen", Lists.who(read, "+31201234567"));

        LookupSettings.Csv byPlace = new LookupSettings.Csv(byHead.file(), List.of("3"), Optional.of("2"),
                Optional.empty());
        Files.writeString(byHead.file(), "Jansen;k7;0612345678\nPeters;k8;0687654321\n");
        read = ListReader.read(byPlace, Lists.PLAN).table();
        assertEquals("k7 -", Lists.who(read, "+31612345678"));
        assertEquals("k8 -", Lists.who(read, "+31687654321"));
    }

    @Test
    void numbersAreReadInAnySpelling() throws Exception {
        for (String written : List.of("0612345678", "06-12345678", "06 12 34 56 78", "+31612345678", "0031612345678",
                "+31 (0)6 12345678", "31612345678", "612345678", "tel:+31612345678", "\"=\"\"0612345678\"\"\"",
                "'0612345678", "06\u00a012345678")) {
            assertEquals("7 -", who("phone;id\n" + written + ";7\n", "+31612345678"), written);
        }
    }

    @Test
    void anyUsualEncodingIsRead() throws Exception {
        String text = "naam;telefoon;klantnummer\nJoão Müller;0612345678;7\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, WINDOWS)) {
            assertEquals("7 João Müller", Lists.who(Lists.read(Lists.write(folder, text, charset)).table(),
                    "+31612345678"), charset.name());
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            Path file = Lists.write(folder, "\ufeff" + text, charset);
            assertEquals("7 João Müller", Lists.who(Lists.read(file).table(), "+31612345678"), charset.name());
        }
    }

    @Test
    void aLetterOfSeveralBytesAtTheEdgeOfABufferIsNoReasonToTakeAnotherEncoding() throws Exception {
        for (int before = 16 * 1_024 - 4; before < 16 * 1_024 + 4; before++) {
            String head = "phone;id;name\n0612345678;7;";
            String name = "x".repeat(150);
            String filling = "\n0687654321;8;".repeat((before - head.length()) / 14);
            String text = head + name + filling + "y".repeat((before - head.length()) % 14) + "é";
            assertEquals("7 " + name, who(text, "+31612345678"));
            assertEquals(StandardCharsets.UTF_8, ListText.charset(folder.resolve("customers.csv")));
        }
    }

    @Test
    void quotesSeparatorsInThemAndExcelsOwnFirstLineAreUnderstood() throws Exception {
        String text = "sep=;\r\n\"phone\";\"id\";\"name\"\r\n"
                + "\"0612345678\";\"a;\"\"b\";\"Jansen\r\nen zoon\"\r\n;;\r\n";
        CustomerList read = Lists.read(Lists.write(folder, text));
        assertEquals("a;\"b Jansen en zoon", Lists.who(read.table(), "+31612345678"));
        assertEquals("1 lines, 0 refused", read.lines() + " lines, " + read.refused() + " refused");
    }

    @Test
    void whatCannotBeUsedIsNamedByItsLineAndWithoutTheNumber() throws Exception {
        CustomerList read = Lists.read(Lists.write(folder, "phone;id\n0612345678;1\n201;2\n;3\n3,16123E+10;4\n"
                + "0687654321;" + "x".repeat(201) + "\nnone;6\n"));
        assertEquals(List.of(LookupReason.LINE_NOT_A_NUMBER.of(3), LookupReason.LINE_NO_NUMBER.of(4),
                LookupReason.LINE_ROUNDED.of(5), LookupReason.LINE_VALUE.of(6), LookupReason.LINE_NOT_A_NUMBER.of(7)),
                read.why());
        assertEquals(1, read.table().size());
    }

    @Test
    void aNumberOfSeveralCustomersTellsOfNeither() throws Exception {
        CustomerList read = Lists.read(Lists.write(folder, "phone;id;name\n0612345678;1;A\n+31612345678;2;B\n"
                + "0687654321;3;C\n0687654321;3;C again\n"));
        assertEquals("- -", Lists.who(read.table(), "+31612345678"));
        assertEquals("3 C", Lists.who(read.table(), "+31687654321"));
        assertEquals(1, read.shared());
    }

    @Test
    void aListOfWhichNothingCanBeUsedSaysWhatThereIs() throws Exception {
        assertEquals(LookupReason.NO_NUMBER_COLUMN.of("customers.csv", "street, id"), refusal("street;id\nA;1\n"));
        assertEquals(LookupReason.NOTHING_TO_TELL.of("customers.csv", "phone, street"),
                refusal("phone;street\n06;1\n"));
        assertEquals(LookupReason.OPEN_QUOTE.of("customers.csv", 2L),
                refusal("phone;id\n\"06;1\n" + "0612345678;1\n".repeat(30)));
        assertEquals(LookupReason.EMPTY.of(folder.resolve("customers.csv")), refusal(""));
        assertEquals(LookupReason.MISSING.of(Path.of("/nowhere/x.csv")), assertThrows(UnusableListException.class,
                () -> Lists.read(Path.of("/nowhere/x.csv"))).reason());
    }

    @Test
    void aColumnThatIsNotThereIsNamed() throws IOException {
        LookupSettings.Csv wrong = new LookupSettings.Csv(Lists.write(folder, "phone;id\n0612345678;1\n"),
                List.of("mobile"), Optional.empty(), Optional.empty());
        assertEquals("customers.csv, line 1: there is no column mobile; there are: phone, id. Name the right one in"
                + " [lookup] csv_number", assertThrows(UnusableListException.class,
                        () -> ListReader.read(wrong, Lists.PLAN)).getMessage());
    }

    private Reason refusal(String text) throws IOException {
        Path file = Lists.write(folder, text);
        return assertThrows(UnusableListException.class, () -> Lists.read(file)).reason();
    }

    private String who(String text, String number) throws Exception {
        return Lists.who(Lists.read(Lists.write(folder, text)).table(), number);
    }
}
