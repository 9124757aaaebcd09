package io.deskbell.pop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.config.PopPlaceholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AddressTemplateTest {
    private static final PhoneNumber SHOP = new PhoneNumber("+31201234567");

    @Test
    void everyPlaceholderOfTheConfigurationIsFilled() {
        String all = PopPlaceholders.ALL.stream().map(name -> "/" + name).collect(Collectors.joining());
        assertEquals("https://x/%2B31612345678/31612345678/a%40pbx/201/inbound/%2B31201234567/C-10442/conv",
                filled("https://x" + all, call("a@pbx", "C-10442"), "conv"));
    }

    @Test
    void whatIsNotKnownIsLeftEmpty() {
        assertEquals("https://x/?p=&d=&r=&f=&c=&w=inbound",
                filled("https://x/?p={phone}&d={phone_digits}&r={referrer}&f={filter_value}&c={conversation}"
                        + "&w={direction}", bare(), ""));
    }

    @Test
    void theUsualReferrerStandsInForTheOneThePhoneDoesNotTell() {
        AddressTemplate template = new AddressTemplate("https://x/{referrer}", Optional.of("+31800"));
        assertEquals("https://x/%2B31800", template.fill(bare(), "").orElseThrow().toString());
        assertEquals("https://x/%2B31201234567", template.fill(call("a", "v"), "").orElseThrow().toString());
    }

    @Test
    void aHostileValueChangesNeitherHostNorParts() {
        assertEquals("https://x/a?v=%2F%40evil.example%3Fa%3Db%26c%23d%5C%20%25%7Bphone%7D",
                filled("https://x/a?v={filter_value}", call("a", "/@evil.example?a=b&c#d\\ %{phone}"), ""));
        assertEquals("https://x/%3C%3E%22%27%60%24(".replace("(", "%28"),
                filled("https://x/{filter_value}", call("a", "<>\"'`$("), ""));
    }

    @Test
    void dotsAloneDoNotClimbInThePath() {
        assertEquals("https://x/a//b", filled("https://x/a/{filter_value}/b", call("a", ".."), ""));
        assertEquals("https://x/a/1.5/b", filled("https://x/a/{filter_value}/b", call("a", "1.5"), ""));
    }

    @Test
    void lettersOfOtherScriptsAreEncodedAsUtf8() {
        assertEquals("https://x/Zo%C3%AB%20%E2%82%AC%F0%9F%93%9E-._~",
                filled("https://x/{filter_value}", call("a", "Zoë €📞-._~"), ""));
    }

    @Test
    void onlyWebAddressesComeOut() {
        for (String url : List.of("javascript:{phone}", "file:///{id}", "{filter_value}://x/", "https:///{id}",
                "mailto:{phone}", "https://x/{unclosed")) {
            AddressTemplate template = new AddressTemplate(url, Optional.empty());
            assertEquals(Optional.empty(), template.fill(call("a", "file"), ""), url);
        }
        assertEquals("HTTP://x/201", filled("HTTP://x/{extension}", bare(), ""));
    }

    @Test
    void theFrontPageKeepsSchemeHostAndPort() {
        AddressTemplate template = new AddressTemplate("http://[::1]:8080/c/{conversation}#x", Optional.empty());
        assertTrue(template.needsConversation());
        assertEquals("http://[::1]:8080/", template.frontPage(bare()).orElseThrow().toString());
        assertFalse(new AddressTemplate("https://x/{id}", Optional.empty()).needsConversation());
    }

    private static String filled(String template, Call call, String conversation) {
        return new AddressTemplate(template, Optional.empty()).fill(call, conversation).orElseThrow().toString();
    }

    private static Call call(String id, String filterValue) {
        List<CallEvent> events = new ArrayList<>();
        DeskPhone phone = new DeskPhone(new StandingTime(), events::add);
        phone.report(phone.say(id, CallState.CONNECTED, DeskPhone.ANNA).going(Direction.INBOUND).dialled(SHOP)
                .filteredBy(filterValue));
        return events.getLast().call();
    }

    private static Call bare() {
        List<CallEvent> events = new ArrayList<>();
        new DeskPhone(new StandingTime(), events::add).answers("a", Party.Unknown.NOBODY);
        return events.getLast().call();
    }
}
