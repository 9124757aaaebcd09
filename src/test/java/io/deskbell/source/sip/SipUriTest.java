package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.config.Secret;
import io.deskbell.config.SipSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Addresses and the fields they stand in. */
final class SipUriTest {
    @Test
    void addressesAreTakenApart() {
        Map.of("sip:201@pbx.test", "sip|201|pbx.test|-1",
                "SIPS:201@pbx.test:5061;transport=tls", "sips|201|pbx.test|5061",
                "sip:[2001:db8::1]:5060", "sip||[2001:db8::1]|5060",
                "sip:pbx.test;lr?subject=x", "sip||pbx.test|-1",
                "sip:;ask?it@h", "sip|;ask?it|h|-1",
                "sip:a:secret@h:1", "sip|a:secret|h|1").forEach((text, read) -> {
                    SipUri uri = SipUri.read(text).orElseThrow();
                    assertEquals(read, uri.scheme() + "|" + uri.user() + "|" + uri.host() + "|" + uri.port(), text);
                });
    }

    @Test
    void whatIsNoSipAddressIsNone() {
        for (String text : List.of("", "sip:", "sip:@", "tel:+31", "nobodyKnowsThisScheme:x", "sip:a@h:99999",
                "sip:a@h:x", "sip:a@[::1", "sip:a@h h", "sip:a b@h", "sip:a@h;x>", "201")) {
            assertEquals(Optional.empty(), SipUri.read(text), text);
        }
    }

    @Test
    void usersAreEscapedWhereTheyMust() {
        assertEquals("**1%23", SipUri.escapedUser("**1#"));
        assertEquals("j%C3%B8n%20x%40y", SipUri.escapedUser("j\u00f8n x@y"));
    }

    @Test
    void addressesInFieldsMayHaveNamesAndParameters() {
        Map.of("<sip:a@b;lr>;tag=1", "sip:a@b;lr|1",
                "sip:a@b;tag=2", "sip:a@b|2",
                "\"A; <b>, \\\"c\\\"\" <sip:a@b>;x;tag=3", "sip:a@b|3",
                "A B <sip:a@b> ; TAG = 4", "sip:a@b|4",
                "<sip:a@b", "sip:a@b|").forEach((text, read) -> {
                    NameAddress address = NameAddress.read(text).orElseThrow();
                    assertEquals(read, address.uri() + "|" + address.parameters().get("tag").orElse(""), text);
                });
        assertEquals(Optional.empty(), NameAddress.read(" ; ;"));
    }

    @Test
    void listsAreSplitOutsideQuotesAndBrackets() {
        assertEquals(List.of("<sip:a,b@c>;x=\"1,2\"", "\"d\\\",\" <sip:e>", "f"),
                Separated.by(',', "<sip:a,b@c>;x=\"1,2\" , \"d\\\",\" <sip:e>,, f"));
        assertEquals(List.of("\"never closed, x"), Separated.by(',', "\"never closed, x"));
        assertEquals(List.of("ends in \\"), Separated.by(',', "ends in \\"));
    }

    @Test
    void theWatchedLineMayBeWrittenInManyWays() {
        assertEquals("sip:203@pbx.test sip:201@pbx.test", account("201", Optional.of("pbx.test")));
        assertEquals("sip:203@10.0.0.5 sip:201@10.0.0.5", account("201", Optional.empty()));
        assertEquals("sip:203@pbx.test sip:201@other.test", account("sip:201@other.test", Optional.of("pbx.test")));
        assertEquals("sip:203@pbx.test sip:201%23@pbx.test", account("201#", Optional.of("pbx.test")));
        assertEquals("sip:203@[::1] sip:201@[::1]", account("201", Optional.of("::1")));
    }

    private static String account(String watch, Optional<String> domain) {
        Account account = Account.of(new SipSettings(List.of("sip:10.0.0.5:5070;transport=tcp"), domain, "203", "203",
                new Secret(""), watch, false, Duration.ofMinutes(10), Duration.ofSeconds(30), Optional.empty(),
                    SipSettings.Dial.NO, SipSettings.Event.DIALOG, Optional.empty()));
        return account.self() + " " + account.watched();
    }
}
