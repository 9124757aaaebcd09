package io.deskbell.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a list and however it is written: each number finds its customer, and rubbish breaks nothing. */
class ListPropertyTest {
    private static final int LISTS = 40;
    private static final String ODD = "aé;,\t\"'\u00df\u20ac\ud83d\ude00 =+-\n";

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsFoundUnderItsNumber() throws Exception {
        for (long seed = 0; seed < LISTS; seed++) {
            Random random = new Random(seed);
            char separator = ";,\t".charAt(random.nextInt(3));
            Map<String, String> customers = new HashMap<>();
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "\ufeff" : "");
            text.append(String.join("" + separator, "id", "phone", "name")).append("\r\n");
            for (int line = 0; line < 200; line++) {
                String number = "+316" + (10_000_000 + random.nextInt(80_000_000));
                String value = words(random);
                if (customers.putIfAbsent(number, value) != null) continue;
                text.append(quoted(value)).append(separator).append(spelled(number, random)).append(separator)
                        .append(quoted(words(random))).append(random.nextBoolean() ? "\n" : "\r\n");
            }
            CustomerTable read = Lists.read(Lists.write(folder, text.toString())).table();
            String which = "seed " + seed;
            customers.forEach((number, value) -> assertEquals(value, value(read, number), which));
        }
    }

    @Test
    void bytesOfAnyKindAreReadOrRefusedInWords() throws IOException {
        for (long seed = 0; seed < LISTS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(4_000)];
            random.nextBytes(bytes);
            byte[] head = "phone;id\n".getBytes(StandardCharsets.UTF_8);
            byte[] all = new byte[head.length + bytes.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(bytes, 0, all, head.length, bytes.length);
            Path file = Files.write(folder.resolve("customers.csv"), random.nextBoolean() ? all : bytes);
            try {
                Lists.read(file);
            } catch (UnusableListException inWords) {
                assertEquals(inWords.getMessage(), inWords.reason().english());
            }
        }
    }

    private static String value(CustomerTable table, String number) {
        return table.find(new io.deskbell.call.PhoneNumber(number)).value().orElse("");
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder("v");
        for (int letters = random.nextInt(12); letters > 0; letters--) {
            int at = random.nextInt(ODD.length() - 1); // Values have no line breaks.
            char letter = ODD.charAt(at);
            words.append(Character.isSurrogate(letter) || letter == '\t' ? 'x' : letter);
        }
        return words + "w";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String spelled(String number, Random random) {
        String national = "0" + number.substring(3);
        return switch (random.nextInt(4)) {
            case 0 -> number;
            case 1 -> national;
            case 2 -> "00" + number.substring(1);
            default -> national.substring(0, 2) + "-" + national.substring(2, 6) + " " + national.substring(6);
        };
    }
}
