package io.deskbell.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.Registration;
import io.deskbell.config.InboxSettings;
import io.deskbell.config.Secret;
import io.deskbell.outbox.Delivery;
import io.deskbell.outbox.Destination;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Agent Inbox. It follows nobody elsewhere, for the key stands in the address, and repeats a request, once, only when
 * a kept connection turns out to be closed; all other repeating is the courier's. Thread safe.
 */
public final class InboxClient implements Destination, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InboxClient.class);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final String VERSION =
            Optional.ofNullable(InboxClient.class.getPackage().getImplementationVersion()).orElse("development");

    private final ObjectMapper json = new ObjectMapper();
    private final OkHttpClient client;
    private final Answers answers;
    private volatile Account account;

    public InboxClient(InboxSettings settings, Clock clock) {
        this(settings, clock, Timeouts.USUAL);
    }

    InboxClient(InboxSettings settings, Clock clock, Timeouts timeouts) {
        this.account = Account.of(settings);
        this.answers = new Answers(json, clock);
        this.client = new OkHttpClient.Builder()
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.call())
                .writeTimeout(timeouts.call())
                .callTimeout(timeouts.call())
                .connectionPool(new ConnectionPool(2, 5, TimeUnit.MINUTES))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false) // It would also repeat after a 408, and try TLS in other ways.
                .eventListenerFactory(KeptConnection::listener)
                .build();
    }

    /** @param call from beginning to end */
    record Timeouts(Duration connect, Duration call) {
        static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    /** Where, and with which key. */
    private record Account(HttpUrl api, Secret key) {
        static Account of(InboxSettings settings) {
            return new Account(HttpUrl.get(settings.apiUrl().toString()), settings.apiKey());
        }
    }

    /** From now on there, with that key. The courier has to be told. */
    public void change(InboxSettings settings) {
        account = Account.of(settings);
    }

    @Override
    public Delivery deliver(Registration registration) {
        Account current = account;
        if (current.key().isEmpty()) return new Delivery.Unauthorized("there is no key: put it in [inbox] api_key");
        KeptConnection kept = new KeptConnection();
        try {
            return ask(registration, current, kept);
        } catch (IOException trouble) {
            return kept.wasClosed(trouble) ? askAnew(registration, current) : unavailable(trouble, current);
        }
    }

    /** Does beforehand what the first request would have to: loads the classes and finds the server's address. */
    public void warmUp() {
        Registration example = new Registration(Registration.Kind.ANSWERED, "warm-up", "+0000", new Extension("0"),
                Direction.INBOUND, Optional.empty(), Optional.empty(), Instant.EPOCH);
        Account current = account;
        try {
            client.newCall(request(example, current, new KeptConnection())); // Made, never sent.
            client.dns().lookup(current.api().host());
        } catch (UnknownHostException offline) {
            LOG.debug("{} is not known now; deliveries will tell", current.api().host());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a registration is always JSON");
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private Delivery ask(Registration registration, Account current, KeptConnection kept) throws IOException {
        try (Response response = client.newCall(request(registration, current, kept)).execute()) {
            return answers.read(response, registration, current.key());
        }
    }

    private Delivery askAnew(Registration registration, Account current) {
        client.connectionPool().evictAll(); // Another that was kept would be closed as well.
        try {
            return ask(registration, current, new KeptConnection());
        } catch (IOException trouble) {
            return unavailable(trouble, current);
        }
    }

    private Delivery unavailable(IOException trouble, Account current) {
        return new Delivery.Unavailable(NetworkTrouble.reason(trouble, current.api().host()), Optional.empty());
    }

    private Request request(Registration registration, Account current, KeptConnection kept)
            throws JsonProcessingException {
        HttpUrl address = current.api().newBuilder().addPathSegment("voip").addPathSegment("registerevent")
                .addPathSegment(current.key().reveal()).build();
        byte[] body = json.writeValueAsBytes(RegisterEvent.of(registration));
        return new Request.Builder().url(address).header("User-Agent", "Deskbell/" + VERSION)
                .header("Accept", "application/json").tag(KeptConnection.class, kept)
                .post(RequestBody.create(body, JSON)).build();
    }
}
