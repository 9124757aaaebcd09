package io.deskbell.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.outbox.Delivery;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class InboxAnswersTest {
    private final Inbox inbox = new Inbox();

    @AfterEach
    void close() {
        inbox.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void theseAreAccepted(int code) {
        inbox.answers(code, "OK");
        assertEquals(new Delivery.Accepted(Optional.empty()), deliver());
    }

    @Test
    void noContentIsAccepted() {
        inbox.answers(new MockResponse.Builder().code(204).build());
        assertEquals(new Delivery.Accepted(Optional.empty()), deliver());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"conversationId\":\"c-42\"}|c-42", "{\"ConversationId\":42}|42", "{\"id\":\"x\",\"ok\":true}|x",
        "{\"id\":\"24c562241e9f\"}|", "{\"id\":null}|", "{\"id\":{\"a\":1}}|", "[1,2]|", "{broken|", "plain|",
        "{\"id\":\"javascript:alert(1)\"}|"})
    void aConversationIsReadFromTheBodyWhereThereIsOne(String body, String id) {
        inbox.answers(201, body);
        assertEquals(new Delivery.Accepted(Optional.ofNullable(id)), deliver());
    }

    @Test
    void aConversationIsReadFromTheLocation() {
        inbox.answers(new MockResponse.Builder().code(201).addHeader("Location", "/conversations/77/?a=b").build());
        assertEquals(new Delivery.Accepted(Optional.of("77")), deliver());
    }

    @Test
    void anAcceptanceWhoseBodyIsCutOffIsAnAcceptance() {
        inbox.answers(new MockResponse.Builder().code(201).body("{\"conversationId\":\"c-42\"}")
                .setHeader("Content-Length", 4_000).onResponseEnd(new mockwebserver3.SocketEffect.CloseSocket())
                .build());
        assertInstanceOf(Delivery.Accepted.class, deliver());
    }

    @Test
    void anEndlessBodyIsNotReadToItsEnd() {
        inbox.answers(201, " ".repeat(2 << 20));
        assertInstanceOf(Delivery.Accepted.class, deliver());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><title>Sign in</title>", "  \r\n<html>", "<?xml version='1.0'?>"})
    void aWebPageIsNoAcceptance(String page) {
        inbox.answers(200, page);
        assertTrue(unavailable().words().startsWith("a web page answers instead of Agent Inbox"));
    }

    @Test
    void whatCallsItselfAWebPageIsNoAcceptance() {
        inbox.answers(new MockResponse.Builder().code(200).addHeader("Content-Type", "text/HTML; charset=utf-8")
                .body("Welcome").build());
        assertTrue(unavailable().words().startsWith("a web page answers instead of Agent Inbox"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Unknown extension|Unknown extension", "{\"message\":\"Unknown extension\"}|Unknown extension",
        "{\"Error\":\"bad\\nnumber\"}|bad number", "<h1>Bad</h1><script>x()</script> request|Bad request",
        "''|refused with 400, without a reason", "Number +31 6 1234 5678 is odd|Number *** is odd",
        "0612345678 unknown|*** unknown", "no %2B31612345678|no ***", "key k3y-S3cr3t/42 bad|key *** bad",
        "at /k3y-S3cr3t%2F42|at /***"})
    void aRefusalIsInTheServersWordsWithoutKeyAndNumber(String body, String words) {
        inbox.answers(400, body);
        assertEquals(new Delivery.Refused(words), deliver());
    }

    @Test
    void notAcceptableIsARefusalToo() {
        inbox.answers(406, "x".repeat(3_000));
        Delivery.Refused refused = assertInstanceOf(Delivery.Refused.class, deliver());
        assertEquals(500, refused.words().length());
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 206, 301, 302, 403, 404, 405, 408, 409, 418, 425, 429, 500, 502, 503, 504, 599})
    void theRestIsTriedAgainAndSaysWhatItWas(int code) {
        inbox.answers(code, "some words " + Inbox.NUMBER);
        assertTrue(unavailable().words().endsWith("(" + code + ")"));
    }

    @Test
    void aProxyThatWantsASignInIsNamed() {
        inbox.answers(407, "");
        assertEquals("the proxy wants a sign-in: ask IT to let Deskbell through", unavailable().words());
    }

    @Test
    void theAgentReadsItInHisOwnLanguage() {
        inbox.answers(503, "");
        assertEquals("der Server hat eine Störung (503)", unavailable().reason().in(Locale.GERMANY));
    }

    @Test
    void theServersTimeIsKept() {
        inbox.answers(new MockResponse.Builder().code(429).addHeader("Retry-After", "17").build());
        assertEquals(Optional.of(Duration.ofSeconds(17)), unavailable().retryAfter());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"120|PT2M", "' 0 '|PT0S", "Mon, 02 Mar 2026 12:01:00 GMT|PT1M",
        "Mon, 02 Mar 2026 11:00:00 GMT|PT0S", "soon|", "-5|", "99999999999999999999|", "''|"})
    void retryAfterIsSecondsOrADate(String header, Duration wait) {
        assertEquals(Optional.ofNullable(wait), RetryAfter.read(header, Inbox.NOON));
    }

    private Delivery deliver() {
        return inbox.client.deliver(Inbox.answered());
    }

    private Delivery.Unavailable unavailable() {
        return assertInstanceOf(Delivery.Unavailable.class, deliver());
    }
}
