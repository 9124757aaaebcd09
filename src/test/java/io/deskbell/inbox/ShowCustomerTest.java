package io.deskbell.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Reason;
import io.deskbell.config.Secret;
import io.deskbell.config.ShowCustomerSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Opening a customer, over a real socket, with every answer there can be. */
@Timeout(60)
class ShowCustomerTest {
    private static final PhoneNumber NUMBER = new PhoneNumber(Inbox.NUMBER);
    private static final String SECRET = "s3cret-9";

    private final Inbox inbox = new Inbox();

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void theRequestIsTheDocumentedOne() throws Exception {
        inbox.answers(201, "");
        assertEquals("opened", open(Optional.of("K1001")));
        RecordedRequest request = inbox.received();
        assertEquals("POST /showcustomer", request.getMethod() + " " + request.getTarget());
        assertEquals("Basic azpzM2NyZXQtOQ==", request.getHeaders().get("Authorization"));
        assertEquals("{\"user_email_address\":\"agent@example.com\",\"customer\":{\"phone_number\":\"+31612345678\","
                + "\"external_identifier\":\"K1001\"}}", request.getBody().utf8());
        inbox.answers(201, "");
        open(Optional.empty());
        assertEquals("{\"user_email_address\":\"agent@example.com\",\"customer\":{\"phone_number\":\"+31612345678\"}}",
                inbox.received().getBody().utf8());
    }

    @Test
    void everyRefusalSaysWhatToDo() {
        assertEquals("Agent Inbox refuses the key or its secret: let IT put the right ones in [inbox]"
                + " show_customer_key and show_customer_secret", answer(401, ""));
        assertEquals("Agent Inbox does not know this agent, or cannot open customers: check [agent] email and [inbox]"
                + " api_url", answer(404, ""));
        assertEquals("Agent Inbox is asked too often just now: try again in a minute", answer(429, ""));
        assertEquals("Agent Inbox has a fault (503): try again later", answer(503, ""));
        assertEquals("Agent Inbox does not open this customer: it gave no reason; check [agent] email (400)",
                answer(400, ""));
        assertEquals(InboxReason.PAGE.english(), answer(200, "<html>sign in"));
        assertEquals("not an answer of Agent Inbox: check [inbox] api_url, and whether a proxy stands between (302)",
                answer(302, ""));
    }

    @Test
    void theServersWordsAreToldWithoutNumberCustomerAndKeys() {
        assertEquals("Agent Inbox does not open this customer: no *** with *** for *** and ***",
                answer(400, "{\"message\":\"no K1001 with 06 1234 5678 for s3cret-9 and +31612345678\"}"));
    }

    @Test
    void itIsSaidInTheAgentsLanguage() {
        inbox.answers(429, "");
        Optional<Reason> why = new ShowCustomer().open(settings(), NUMBER, Optional.empty());
        assertEquals("Agent Inbox wordt nu te vaak gevraagd: probeer het over een minuut opnieuw",
                why.orElseThrow().in(Locale.of("nl")));
        assertEquals("Agent Inbox wird gerade zu oft gefragt: in einer Minute noch einmal versuchen",
                why.orElseThrow().in(Locale.GERMAN));
    }

    @Test
    void aServerThatSaysNothingOrBreaksOffIsAskedOnce() {
        inbox.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        assertEquals("127.0.0.1 does not answer in time", new ShowCustomer(Duration.ofMillis(300))
                .open(settings(), NUMBER, Optional.empty()).orElseThrow().english());
        inbox.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        assertEquals("the connection to 127.0.0.1 broke off", open(Optional.empty()));
        assertEquals(2, inbox.server.getRequestCount());
    }

    private String answer(int code, String body) {
        inbox.answers(code, body);
        return open(Optional.of("K1001"));
    }

    private String open(Optional<String> identifier) {
        return new ShowCustomer().open(settings(), NUMBER, identifier).map(Reason::english).orElse("opened");
    }

    private ShowCustomerSettings settings() {
        return new ShowCustomerSettings(URI.create(inbox.address()), new Secret("k"), new Secret(SECRET),
                "agent@example.com");
    }
}
