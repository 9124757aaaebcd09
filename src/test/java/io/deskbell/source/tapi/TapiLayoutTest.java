package io.deskbell.source.tapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every offset, size and number of ours is what the compilers of Windows make of Windows' own header. */
class TapiLayoutTest {
    /** How tapi.h begins the names of each enum. */
    private static final Map<String, Tapi.Named[]> NUMBERS = Map.of("LINE_", Tapi.Message.values(),
            "LINECALLSTATE_", Tapi.State.values(), "LINECALLORIGIN_", Tapi.Origin.values(), "LINECALLREASON_",
            Tapi.Reason.values(), "LINEDISCONNECTMODE_", Tapi.Disconnect.values(), "LINECALLPARTYID_",
            Tapi.PartyFlag.values(), "LINECALLINFOSTATE_", Tapi.Change.values(), "LINEDEVSTATE_",
            Tapi.LineState.values(), "LINEERR_", Tapi.Failure.values(), "", Tapi.Only.values());

    @Test
    void thePlacesInA64BitProcessAreTheHeaders() throws Exception {
        assertEquals(header("x86_64"), ours(TapiLayout.BITS_64));
    }

    @Test
    void thePlacesInA32BitProcessAreTheHeaders() throws Exception {
        assertEquals(header("i686"), ours(TapiLayout.BITS_32));
    }

    @Test
    void theStandInsThatRunOnLinuxHaveThePlacesOfWindows() throws Exception {
        Path assembler = Compiler.target().resolve("layout-linux.s");
        Compiler.here(layout(assembler));
        assertEquals(values(assembler), ours(TapiLayout.BITS_64));
        Compiler.here(layout(assembler, "-DNARROW"));
        assertEquals(values(assembler), ours(TapiLayout.BITS_32));
    }

    @Test
    void aProcessTakesThePlacesOfItsOwnWidth() {
        assertEquals(TapiLayout.BITS_64, TapiLayout.of(8));
        assertEquals(TapiLayout.BITS_32, TapiLayout.of(4));
    }

    private static Map<String, Integer> header(String machine) throws IOException, InterruptedException {
        Path assembler = Compiler.target().resolve("layout-" + machine + ".s");
        Compiler.windows(machine, layout(assembler));
        return values(assembler);
    }

    private static String[] layout(Path assembler, String... more) throws IOException {
        Path numbers = Files.createDirectories(Compiler.target().resolve("numbers"));
        String all = NUMBERS.entrySet().stream().flatMap(kind -> Stream.of(kind.getValue())
                .map(number -> "NUMBER(" + kind.getKey() + number.name() + ");\n")).collect(Collectors.joining());
        Files.writeString(numbers.resolve("numbers.inc"), all);
        return Stream.concat(Stream.of(more), Stream.of("-S", "-DWIN32_LEAN_AND_MEAN", "-I" + numbers, "-o",
                assembler.toString(), Compiler.SOURCES.resolve("layout.c").toString())).toArray(String[]::new);
    }

    /** The lines that layout.c leaves in the assembler text. */
    private static Map<String, Integer> values(Path assembler) throws IOException {
        Map<String, Integer> values = new TreeMap<>();
        Files.readAllLines(assembler).stream().filter(line -> line.startsWith("-> ")).map(line -> line.split(" "))
                .forEach(words -> values.put(words[1], (int) Long.parseLong(words[2])));
        return values;
    }

    private static Map<String, Integer> ours(TapiLayout layout) throws ReflectiveOperationException {
        Map<String, Integer> values = new TreeMap<>();
        for (Field field : TapiLayout.class.getDeclaredFields()) {
            boolean number = Modifier.isStatic(field.getModifiers()) && field.getType() == int.class;
            if (number) values.put(field.getName(), field.getInt(null));
        }
        for (RecordComponent part : TapiLayout.class.getRecordComponents()) {
            values.put(part.getName(), (Integer) part.getAccessor().invoke(layout));
        }
        NUMBERS.forEach((prefix, all) -> Stream.of(all)
                .forEach(number -> values.put(prefix + number.name(), number.value())));
        return values;
    }
}
