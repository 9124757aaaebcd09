package io.deskbell.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.Registration;
import io.deskbell.call.Registration.Kind;
import io.deskbell.outbox.Delivery;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class InboxClientTest {
    private final Inbox inbox = new Inbox();

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void aRegistrationIsPostedToTheAddressWithTheKey() throws InterruptedException {
        inbox.answers(201, "");
        Delivery delivery = inbox.client.deliver(Inbox.answered());

        assertEquals(new Delivery.Accepted(Optional.empty()), delivery);
        RecordedRequest request = inbox.received();
        assertEquals("POST", request.getMethod());
        assertEquals("/voip/registerevent/k3y-S3cr3t%2F42", request.getTarget());
        assertEquals("application/json", request.getHeaders().get("Content-Type"));
        assertTrue(request.getHeaders().get("User-Agent").startsWith("Deskbell/"));
        assertEquals("{\"Id\":\"24c562241e9f\",\"EventType\":\"Answered\",\"PhoneNumber\":\"+31612345678\","
                + "\"PhoneExtension\":\"201\",\"Direction\":\"Inbound\"}", request.getBody().utf8());
    }

    @Test
    void allFieldsGoInTheOrderOfTheDocumentation() throws InterruptedException {
        inbox.answers(201, "");
        inbox.client.deliver(new Registration(Kind.TRANSFER, "a \"b\"", Inbox.NUMBER, new Extension("0202"),
                Direction.OUTBOUND, Optional.of("+31201234567"),
                Optional.of(new Registration.Filter("customer_identifier", "Müller 42")), Inbox.NOON));

        assertEquals("{\"Id\":\"a \\\"b\\\"\",\"EventType\":\"Transfer\",\"PhoneNumber\":\"+31612345678\","
                + "\"PhoneExtension\":\"0202\",\"Direction\":\"Outbound\",\"PhoneReferrer\":\"+31201234567\","
                + "\"FilterField\":\"customer_identifier\",\"FilterValue\":\"Müller 42\"}",
                inbox.received().getBody().utf8());
    }

    @Test
    void aRedirectIsNotFollowed() {
        inbox.answers(new MockResponse.Builder().code(307).addHeader("Location", inbox.address() + "/login").build());
        Delivery delivery = inbox.client.deliver(Inbox.answered());

        assertEquals(new Delivery.Unavailable("a sign-in page or a proxy stands between, or [inbox] api_url is wrong"
                + " (307)", Optional.empty()), delivery);
        assertEquals(1, inbox.server.getRequestCount());
    }

    @Test
    void oneConnectionServesManyRequests() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            inbox.answers(201, "{\"ok\":true}");
            inbox.client.deliver(Inbox.answered());
        }
        inbox.received();
        inbox.received();
        RecordedRequest third = inbox.received();
        assertEquals(0, third.getConnectionIndex());
        assertEquals(2, third.getExchangeIndex());
    }

    @Test
    void withoutAKeyNothingIsSent() {
        try (InboxClient keyless = new InboxClient(Inbox.settings(inbox.address(), ""), Inbox.CLOCK)) {
            assertInstanceOf(Delivery.Unauthorized.class, keyless.deliver(Inbox.answered()));
        }
        assertEquals(0, inbox.server.getRequestCount());
    }

    @Test
    void anotherKeyIsUsedFromThenOn() throws InterruptedException {
        inbox.answers(401, "");
        inbox.answers(201, "");
        assertEquals(new Delivery.Unauthorized(Answers.WRONG_KEY), inbox.client.deliver(Inbox.answered()));
        inbox.client.change(Inbox.settings(inbox.address(), "better"));
        assertInstanceOf(Delivery.Accepted.class, inbox.client.deliver(Inbox.answered()));

        inbox.received();
        assertEquals("/voip/registerevent/better", inbox.received().getTarget());
    }

    @Test
    void warmingUpAsksTheServerForNothing() {
        inbox.client.warmUp();
        try (InboxClient offline = Inbox.impatient("http://nowhere.invalid")) {
            offline.warmUp();
        }
        assertEquals(0, inbox.server.getRequestCount());
    }
}
