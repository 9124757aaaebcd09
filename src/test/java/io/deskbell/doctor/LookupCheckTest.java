package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.CustomerSettings;
import io.deskbell.config.LookupSettings;
import io.deskbell.config.Secret;
import io.deskbell.config.ShowCustomerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LookupCheckTest {
    private static final Extension AGENT = new Extension("201");
    private static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", AGENT);
    private static final Optional<String> FIELD = Optional.of("customer");

    @TempDir
    private Path folder;

    @Test
    void whereNothingIsLookedUpNothingIsSaid() {
        assertEquals(List.of(), look(CustomerSettings.NONE, Optional.empty()));
    }

    @Test
    void ofAGoodListItIsSaidHowMuchIsInIt() throws IOException {
        Path file = write("phone;id\n0612345678;1\n0687654321;2\n");
        assertEquals(List.of("ok    lookup     " + file + ": 2 numbers, in 2 of 2 lines"), look(list(file), FIELD));
    }

    @Test
    void linesThatTellNothingAreCountedAndTheFirstFiveAreNamed() throws IOException {
        Path file = write("phone;id\n0612345678;1\n" + ";2\n".repeat(7));
        List<String> found = look(list(file), FIELD);
        assertEquals(List.of("ok    lookup     " + file + ": 1 numbers, in 1 of 8 lines",
                "note  lookup     7 lines tell nothing: mend those below, and look again for more",
                "note  lookup     line 3: no telephone number in it"), found.subList(0, 3));
        assertEquals("note  lookup     line 7: no telephone number in it", found.getLast());
        assertEquals(7, found.size());
    }

    @Test
    void aNumberOfSeveralCustomersIsWorthANote() throws IOException {
        Path file = write("phone;id\n0612345678;1\n0612345678;2\n");
        assertEquals("note  lookup     1 numbers belong to several customers, and nothing is told of them: leave each"
                + " number with one", look(list(file), FIELD).getLast());
    }

    @Test
    void aListThatIsNotThereIsBroken() {
        Path nowhere = folder.resolve("gone.csv");
        assertEquals(List.of("FAIL  lookup     there is no file " + nowhere
                + ": check [lookup] csv, and whether the drive is there"), look(list(nowhere), FIELD));
    }

    @Test
    void anAddressThatAnswersIsWellAndIsAskedForANumberThatNobodyHas() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse.Builder().code(404).build());
            server.start();
            assertEquals(List.of("ok    lookup     127.0.0.1 answers (asked for a number that nobody has)"),
                    look(address(server.getPort()), FIELD));
            assertEquals("/?p=447700900000", server.takeRequest().getTarget());
        }
    }

    @Test
    void aDeadAddressIsBroken() throws IOException {
        try (Socket takenAndNotListenedAt = new Socket()) {
            takenAndNotListenedAt.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
            assertEquals(List.of("FAIL  lookup     127.0.0.1 cannot be connected to: check the network connection and"
                    + " [lookup] url"), look(address(takenAndNotListenedAt.getLocalPort()), FIELD));
        }
    }

    @Test
    void valuesWithoutAFieldToSendThemInAreWorthANote() throws IOException {
        LookupSettings.Csv csv = new LookupSettings.Csv(write("phone;id\n0612345678;1\n"), List.of(),
                Optional.of("id"), Optional.empty());
        CustomerSettings settings = new CustomerSettings(new LookupSettings(Optional.of(csv), Optional.empty(),
                Optional.empty()), Optional.empty());
        assertEquals("note  lookup     values are found and not sent: name their field in [inbox] filter_field",
                look(settings, Optional.empty()).getLast());
        assertEquals(1, look(settings, FIELD).size());
    }

    @Test
    void openingCustomersIsSaidToBeSetAndNeitherTriedNorItsKeyTold() {
        CustomerSettings shown = new CustomerSettings(LookupSettings.NONE, Optional.of(new ShowCustomerSettings(
                URI.create("http://127.0.0.1:1"), new Secret("k"), new Secret("s3cret"), "a@example.com")));
        assertEquals(List.of("ok    show       customers can be opened for a@example.com; key and secret are there, and"
                + " tried only by opening one"), look(shown, FIELD));
    }

    private static List<String> look(CustomerSettings settings, Optional<String> field) {
        return new LookupCheck(settings, PLAN, AGENT, field).look().stream().map(Finding::toString).toList();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("customers.csv"), text);
    }

    private static CustomerSettings list(Path file) {
        return lookup(Optional.of(new LookupSettings.Csv(file, List.of(), Optional.empty(), Optional.empty())),
                Optional.empty());
    }

    private static CustomerSettings address(int port) {
        return lookup(Optional.empty(), Optional.of(new LookupSettings.Web("http://127.0.0.1:" + port
                + "/?p={phone_digits}", Optional.of("id"), Optional.empty(), "X-Key: {token}", new Secret(""), "",
                new Secret(""), Duration.ofSeconds(20), Duration.ofMinutes(1))));
    }

    private static CustomerSettings lookup(Optional<LookupSettings.Csv> csv, Optional<LookupSettings.Web> web) {
        return new CustomerSettings(new LookupSettings(csv, web, Optional.empty()), Optional.empty());
    }
}
