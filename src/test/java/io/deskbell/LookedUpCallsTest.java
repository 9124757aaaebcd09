package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.sandbox.Received;
import io.deskbell.sandbox.Sandbox;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.ui.tray.PauseSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is looked up of a caller goes with the call where it comes in time, and holds up nothing where it does not. */
@Timeout(120)
class LookedUpCallsTest {
    private static final Party CALLER = new Party.Outside(new PhoneNumber("+31612345678"), "");

    @TempDir
    Path folder;
    private final BlockingQueue<CallEvent> happened = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> delivered = new LinkedBlockingQueue<>();
    private final CountDownLatch answerNow = new CountDownLatch(1);
    private final BlockingQueue<String> askedFor = new LinkedBlockingQueue<>();
    private final MockWebServer crm = new MockWebServer();
    private Sandbox sandbox;
    private final Phone phone = new Phone();

    @BeforeEach
    void begin() throws IOException {
        sandbox = Sandbox.start("k", 0);
        crm.start();
        crm.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                askedFor.add(request.getTarget());
                answerNow.await();
                return new MockResponse.Builder().body("4711\nJansen").build();
            }
        });
    }

    @AfterEach
    void end() {
        answerNow.countDown();
        crm.close();
        sandbox.close();
    }

    @Test
    void theListGivesNameAndValueFromTheFirstRing() throws Exception {
        Path list = Files.writeString(folder.resolve("customers.csv"), "phone;id;name\n06-12345678;4711;Jansen\n");
        Companion companion = companion("csv = " + list);
        phone.say(CallState.RINGING, CALLER);
        assertEquals("Jansen", named().call().party().name());
        phone.say(CallState.CONNECTED, CALLER);
        assertEquals("ANSWERED", delivered.take());
        phone.say(CallState.ENDED, CALLER);
        assertEquals("DISCONNECTED", delivered.take());
        companion.stop();

        assertEquals(List.of("Answered customer 4711", "Disconnected customer 4711"), sent());
        assertEquals("Jansen", companion.log().newest(1).getFirst().call().party().name());
        assertEquals(1, companion.log().search("Jansen", 9).size());
    }

    @Test
    void anAnswerWaitsNoLongerThanItsBoundForAnAddressThatHangsAndIsNotLost() throws Exception {
        Companion companion = companion("url = " + crm.url("/") + "?p={phone}\ntimeout = 10");
        phone.say(CallState.RINGING, CALLER);
        askedFor.take();
        phone.say(CallState.CONNECTED, CALLER);
        assertEquals("ANSWERED", delivered.take()); // While the address still hangs.
        assertEquals(1, answerNow.getCount());
        phone.say(CallState.ENDED, CALLER);
        assertEquals("DISCONNECTED", delivered.take());
        companion.stop();
        assertEquals(List.of("Answered - -", "Disconnected - -"), sent());
    }

    @Test
    void whatIsLearntBetweenRingAndAnswerGoesWithTheCall() throws Exception {
        Companion companion = companion("url = " + crm.url("/") + "?p={phone}\ntimeout = 10");
        phone.say(CallState.RINGING, CALLER);
        assertEquals("", happened.take().call().party().name());
        answerNow.countDown();
        assertEquals("CHANGED Jansen", words(named()));
        phone.say(CallState.CONNECTED, CALLER);
        assertEquals("ANSWERED", delivered.take());
        companion.stop();
        assertEquals(List.of("Answered customer 4711"), sent());
    }

    @Test
    void theNameOfAMissedCallIsLearntAfterItsEnd() throws Exception {
        Companion companion = companion("url = " + crm.url("/") + "?p={phone}\ntimeout = 10");
        phone.say(CallState.RINGING, CALLER);
        phone.say(CallState.ENDED, CALLER);
        CallEvent event = happened.take();
        while (event.type() != CallEvent.Type.ENDED) event = happened.take();
        answerNow.countDown();
        assertEquals("CHANGED Jansen", words(named()));
        assertEquals(true, companion.log().newest(1).getFirst().call().isMissed());
        assertEquals("Jansen", companion.log().newest(1).getFirst().call().party().name());
        companion.stop();
        assertEquals(List.of(), sent());
    }

    @Test
    void anAnsweredThatACrashLeftOnTheDiskIsLookedUpAnew() throws Exception {
        sandbox.unavailable(true);
        Companion before = companion("url = " + crm.url("/") + "?p={phone}\ntimeout = 10");
        phone.say(CallState.CONNECTED, CALLER);
        while (happened.take().type() != CallEvent.Type.ANSWERED) assertFalse(before.isDelivered());
        before.stop();
        askedFor.take();
        answerNow.countDown();
        sandbox.unavailable(false);
        Path list = Files.writeString(folder.resolve("customers.csv"), "phone;id\n0612345678;4711\n");
        Companion after = companion("csv = " + list);
        assertEquals("ANSWERED", delivered.take());
        after.stop();
        assertEquals("Answered customer 4711", sent().getLast());
    }

    @Test
    void theSourcesValueComesBeforeTheNamesAndThatBeforeTheLists() throws Exception {
        Path list = Files.writeString(folder.resolve("customers.csv"), "phone;id\n0612345678;list\n");
        Companion companion = companion("name_pattern = \\[(\\w+)\\]\ncsv = " + list);
        Party tagged = new Party.Outside(new PhoneNumber("+31612345678"), "Jansen [name]");
        phone.say("c-1", CallState.CONNECTED, tagged, Optional.of("source"), Direction.INBOUND);
        assertEquals("ANSWERED", delivered.take());
        phone.say("c-2", CallState.CONNECTED, tagged, Optional.empty(), Direction.INBOUND);
        assertEquals("ANSWERED", delivered.take());
        phone.say("c-3", CallState.CONNECTED, CALLER, Optional.empty(), Direction.INBOUND);
        assertEquals("ANSWERED", delivered.take());
        companion.stop();
        assertEquals(List.of("Answered customer source", "Answered customer name", "Answered customer list"), sent());
    }

    @Test
    void nobodyIsAskedAboutOutboundInternalAndWithheldCalls() throws Exception {
        answerNow.countDown();
        Companion companion = companion("url = " + crm.url("/") + "?p={phone}");
        phone.say("o", CallState.CONNECTED, CALLER, Optional.empty(), Direction.OUTBOUND);
        phone.say("i", CallState.CONNECTED, new Party.Colleague(new io.deskbell.call.Extension("202"), ""),
                Optional.empty(), Direction.INBOUND);
        phone.say("w", CallState.CONNECTED, new Party.Withheld(), Optional.empty(), Direction.INBOUND);
        assertEquals("ANSWERED", delivered.take());
        assertEquals("ANSWERED", delivered.take());
        companion.stop();
        assertEquals(List.of("Answered - -", "Answered - -"), sent());
        assertEquals(0, crm.getRequestCount());
    }

    private CallEvent named() throws InterruptedException {
        CallEvent event = happened.take();
        while (event.call().party().name().isEmpty()) event = happened.take();
        return event;
    }

    private static String words(CallEvent event) {
        return event.type() + " " + event.call().party().name();
    }

    private List<String> sent() {
        return sandbox.received().stream().filter(Received::wasAccepted)
                .map(event -> event.field("EventType").orElse("?") + " "
                        + event.field("FilterField").orElse("-") + " " + event.field("FilterValue").orElse("-"))
                .toList();
    }

    private Companion companion(String lookup) throws Exception {
        Companion companion = new Companion(config(lookup), folder.resolve("data"), new Companion.Parts(
                List.of(phone), address -> { }, List.of(happened::add),
                List.of((registration, delivery) -> delivered.add(registration.kind().name())), () -> { },
                Clock.systemUTC(), new PauseSwitch()));
        companion.start();
        phone.listener().watching();
        return companion;
    }

    private Config config(String lookup) throws ConfigException {
        return Config.parse("config.ini", """
                [agent]
                extension = 201
                [inbox]
                api_url = %s
                api_key = k
                withheld_number = +31000000000
                filter_field = customer
                [pop]
                when = never
                [phone]
                source = simulator
                [lookup]
                %s
                """.formatted(sandbox.address(), lookup));
    }

    /** A phone that says what the test says. */
    private static final class Phone implements PhoneSource {
        private final BlockingQueue<PhoneListener> watched = new LinkedBlockingQueue<>();

        PhoneListener listener() throws InterruptedException {
            PhoneListener listener = watched.take();
            watched.add(listener);
            return listener;
        }

        void say(CallState state, Party party) throws InterruptedException {
            say("c-1", state, party, Optional.empty(), Direction.INBOUND);
        }

        void say(String id, CallState state, Party party, Optional<String> value, Direction way)
                throws InterruptedException {
            CallReport report = CallReport.of(CallKey.shared(id), state, Clock.systemUTC().instant()).going(way)
                    .with(party);
            listener().report(value.map(report::filteredBy).orElse(report));
        }

        @Override
        public String name() {
            return "simulator";
        }

        @Override
        public String description() {
            return "201 on a test";
        }

        @Override
        public void watch(PhoneListener listener) throws InterruptedException {
            watched.clear();
            watched.add(listener);
            new CountDownLatch(1).await();
        }
    }
}
