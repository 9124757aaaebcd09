package io.deskbell.source.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectRestrictions;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import io.deskbell.call.Reason;
import io.deskbell.config.BrokerSettings;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PemTrust;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One connection to a broker, read by one thread in the order of arrival; it never connects again by itself. What comes
 * is acknowledged only when it has been dealt with, so that the broker keeps it for a program that dies before.
 */
public final class BrokerLine implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int KEEP_ALIVE_SECONDS = 20;
    /** More than a desk is told in a day: while its disk takes nothing it acknowledges nothing, and goes on hearing. */
    private static final int MOST_UNREAD = 2_000;
    /** Heads and properties of a message take less. */
    private static final int FRAME = 100;

    static {
        // Read by Netty when it is loaded: what it does faster by it, newer Javas warn of and later ones forbid.
        System.setProperty("io.netty.noUnsafe", "true");
    }

    private final BrokerTrouble trouble;
    private final Mqtt5AsyncClient client;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private boolean sessionKept;

    /** What came. */
    public sealed interface Arrival {
        record Message(Mqtt5Publish publish) implements Arrival {
            public String topic() {
                return publish.getTopic().toString();
            }

            public String text() {
                return new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8);
            }

            /** Has the broker forget it. Any thread; where the line is lost by now it comes again by the next one. */
            public void settle() {
                try {
                    publish.acknowledge();
                } catch (RejectedExecutionException lineClosed) {
                    return;
                }
            }
        }

        record Lost(Reason why) implements Arrival {
        }

        /** Nothing came: see {@link BrokerLine#nudge}. */
        record Nudged() implements Arrival {
        }
    }

    /**
     * How to log in.
     *
     * @param section where the settings stand, for what is said of them
     * @param client the same at every connection, and nobody else's
     * @param session how long the broker keeps what is not read; zero for not at all
     * @param will what the broker says when this end vanishes
     */
    public record Entrance(String section, String client, Duration session, Optional<Mqtt5Publish> will) {
    }

    private BrokerLine(BrokerSettings settings, Entrance entrance) throws IOException {
        this.trouble = new BrokerTrouble(settings, entrance.section());
        client = Mqtt5Client.builder().identifier(entrance.client()).addDisconnectedListener(this::lost)
                .transportConfig(transport(settings)).buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, came -> arrivals.add(new Arrival.Message(came)), true);
    }

    /** @throws LineLostException in words, when there is no way in */
    public static BrokerLine open(BrokerSettings settings, Entrance entrance)
            throws IOException, InterruptedException {
        BrokerLine line = new BrokerLine(settings, entrance);
        CompletableFuture<Mqtt5ConnAck> connecting = line.client.connect(connect(settings, entrance));
        try {
            line.sessionKept = line.wait(connecting).isSessionPresent();
            return line;
        } catch (IOException | InterruptedException failed) {
            connecting.thenRun(line::close); // One that comes about after all would take over the next one's session.
            throw failed;
        }
    }

    /** Whether the broker has kept what came since the last connection of this client. */
    public boolean isSessionKept() {
        return sessionKept;
    }

    /** @throws LineLostException also when the account may not */
    public void subscribe(String filter, MqttQos quality) throws IOException, InterruptedException {
        wait(client.subscribeWith().topicFilter(filter).qos(quality).send(),
                refusal -> trouble.refused(refusal, filter));
    }

    /** Completes when the broker has taken it; messages leave in the order of the calls. */
    public CompletableFuture<Mqtt5PublishResult> publish(Mqtt5Publish message) {
        return client.publish(message);
    }

    /** Whether it is short enough for the broker, by what that has said on connecting. */
    public boolean fits(Mqtt5Publish message) {
        int most = client.getConfig().getConnectionConfig()
                .map(now -> now.getRestrictionsForClient().getSendMaximumPacketSize()).orElse(Integer.MAX_VALUE);
        return (long) message.getPayloadAsBytes().length + message.getTopic().toString().length() + FRAME <= most;
    }

    /** The same, waiting. */
    public void publishNow(Mqtt5Publish message) throws IOException, InterruptedException {
        wait(client.publish(message), refusal -> trouble.refused(refusal, message.getTopic().toString()));
    }

    /** What a failed {@link #publish} means. */
    public Reason reason(Throwable failure, String topic) {
        return trouble.refused(failure, topic);
    }

    /** Has whoever waits in {@link #next} look around. Any thread. */
    public void nudge() {
        arrivals.add(new Arrival.Nudged());
    }

    /** Blocks for what comes next; empty when nothing has come for so long. */
    public Optional<Arrival> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(arrivals.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Takes leave; the broker goes on keeping what comes, where that was asked for. */
    @Override
    public void close() {
        client.disconnect().exceptionally(alreadyGone -> null);
    }

    private static Mqtt5Connect connect(BrokerSettings settings, Entrance entrance) {
        Mqtt5ConnectBuilder connect = Mqtt5Connect.builder().cleanStart(entrance.session().isZero())
                .sessionExpiryInterval(entrance.session().toSeconds()).keepAlive(KEEP_ALIVE_SECONDS)
                .restrictions(Mqtt5ConnectRestrictions.builder().receiveMaximum(MOST_UNREAD).build())
                .willPublish(entrance.will().orElse(null));
        if (!settings.user().isEmpty()) {
            connect = connect.simpleAuth().username(settings.user())
                    .password(settings.password().reveal().getBytes(StandardCharsets.UTF_8)).applySimpleAuth();
        }
        return connect.build();
    }

    private static MqttClientTransportConfig transport(BrokerSettings settings) throws IOException {
        MqttClientTransportConfigBuilder way = MqttClientTransportConfig.builder().serverHost(settings.host())
                .serverPort(settings.port()).socketConnectTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .mqttConnectTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return (settings.tls() ? way.sslConfig(tls(settings)) : way).build();
    }

    private static MqttClientSslConfig tls(BrokerSettings settings) throws IOException {
        return settings.certificate().isEmpty() ? MqttClientSslConfig.builder().build()
                : MqttClientSslConfig.builder().trustManagerFactory(PemTrust.factory(settings.certificate().get()))
                        .build();
    }

    private void lost(MqttClientDisconnectedContext gone) {
        if (gone.getSource() == MqttDisconnectSource.USER) return;
        arrivals.add(new Arrival.Lost(trouble.lost(gone.getCause())));
    }

    private <T> T wait(CompletableFuture<T> answer) throws IOException, InterruptedException {
        return wait(answer, trouble::unconnected);
    }

    private <T> T wait(CompletableFuture<T> answer, java.util.function.Function<Throwable, Reason> why)
            throws IOException, InterruptedException {
        try {
            return answer.get(PATIENCE.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new LineLostException(why.apply(failed.getCause()));
        } catch (TimeoutException silent) {
            throw new LineLostException(why.apply(silent));
        }
    }
}
