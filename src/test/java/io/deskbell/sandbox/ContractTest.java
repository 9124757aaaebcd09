package io.deskbell.sandbox;

import static io.deskbell.sandbox.Events.fields;
import static io.deskbell.sandbox.Events.json;
import static io.deskbell.sandbox.Events.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final Map<String, String> ANSWERED = fields("a", "Answered");

    private final Contract contract = new Contract();

    @Test
    void theDocumentedEventsAreAccepted() {
        assertEquals(List.of("201 ", "201 ", "201 "), Stream.of("Answered", "Transfer", "Disconnected")
                .map(type -> judged(json(fields("a", type)))).toList());
        assertEquals("201 ", judged(json(with(with(with(ANSWERED, "PhoneReferrer", "+31201234567"),
                "FilterField", "customer_identifier"), "FilterValue", "1"))));
        assertEquals("201 ", judged(json(with(ANSWERED, "Direction", "Outbound"))));
    }

    @Test
    void whatIsNotOneJsonObjectIsMalformed() {
        for (String body : List.of("", "hello", "[]", "\"text\"", "null", "{", "{}{}", "{} x", "{\"Id\":\"1\",}",
                "{\"Id\":\"a\",\"Id\":\"b\"}", "[".repeat(5_000))) {
            assertEquals("400 The body is not one JSON object.", judged(body), body);
        }
        assertEquals(400, contract.judge(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}).status());
    }

    @Test
    void aMissingFieldIsNamed() {
        List<String> words = ANSWERED.keySet().stream().map(name -> {
            Map<String, String> less = new LinkedHashMap<>(ANSWERED);
            less.remove(name);
            return judged(json(less));
        }).toList();
        assertEquals(List.of("400 Id is missing.", "400 EventType is missing.", "400 PhoneNumber is missing.",
                "400 PhoneExtension is missing.", "400 Direction is missing."), words);
        assertEquals("400 Id, EventType, PhoneNumber, PhoneExtension, Direction is missing.", judged("{}"));
    }

    @Test
    void aFieldThatIsNoStringIsNamed() {
        assertEquals("400 PhoneReferrer is null; leave out what has no value, all else is a string.",
                judged(json(ANSWERED).replace("}", ",\"PhoneReferrer\":null}")));
        assertEquals("400 Id is a number, Direction is an object; leave out what has no value, all else is a string.",
                judged("{\"Id\":7,\"Direction\":{}}"));
        assertEquals("400 a is empty, b is empty, c is a list, d is true or false; "
                        + "leave out what has no value, all else is a string.",
                judged("{\"a\":\"\",\"b\":\" \",\"c\":[],\"d\":true}"));
    }

    @Test
    void unknownWordsAreMalformed() {
        for (String type : List.of("Ringing", "answered", "ANSWERED", "Transferred")) {
            assertEquals("400 EventType is none of Answered, Disconnected, Transfer.",
                    judged(json(with(ANSWERED, "EventType", type))));
        }
        for (String way : List.of("inbound", "In", "1.0")) {
            assertEquals("400 Direction is neither Inbound nor Outbound.",
                    judged(json(with(ANSWERED, "Direction", way))));
        }
    }

    @Test
    void theFilterComesWholeOrNotAtAll() {
        for (String half : List.of("FilterField", "FilterValue")) {
            assertEquals("400 FilterField and FilterValue come together or not at all.",
                    judged(json(with(ANSWERED, half, "x"))));
        }
    }

    @Test
    void aNumberThatIsNotInternationalIsUnacceptableAndNotRepeated() {
        for (String number : List.of("0612345678", "31612345678", "+31 6 1234 5678", "+0612345678", "+12345",
                "+1234567890123456", "anonymous", "sip:+31612345678@x", "+31612345678\\n")) {
            assertEquals("406 PhoneNumber is not an international number such as +31201234567.",
                    judged(json(with(ANSWERED, "PhoneNumber", number))), number);
        }
        assertEquals("406 PhoneReferrer is not an international number such as +31201234567.",
                judged(json(with(ANSWERED, "PhoneReferrer", "0201234567"))));
    }

    @Test
    void theFieldsThatCouldBeReadAreKeptInTheirOrder() {
        Judgement refused = contract.judge("{\"b\":\"2\",\"Id\":\"a\",\"c\":null}".getBytes(StandardCharsets.UTF_8));
        assertEquals("{b=2, Id=a}", refused.fields().toString());
    }

    private String judged(String body) {
        Judgement judgement = contract.judge(body.getBytes(StandardCharsets.UTF_8));
        return judgement.status() + " " + judgement.words();
    }
}
