package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.config.Origin;
import io.deskbell.config.Outside;
import io.deskbell.config.Policy;
import io.deskbell.config.Problem;
import io.deskbell.config.StoredSecrets;
import io.deskbell.config.ExtensionLookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCheckTest {
    @TempDir
    private Path folder;

    @Test
    void filesAreTakenInTheirOrderAndWhatIsLockedIsSaid() throws IOException {
        Path machine = Files.writeString(folder.resolve("machine.ini"),
                "[inbox]\napi_key = abc\n[agent]\ncountry = NL\n[lock]\nkeys = inbox.*\n");
        Path user = Files.writeString(folder.resolve("user.ini"), "[inbox]\napi_key = mine\n[agent]\nextension = 7\n");
        Path named = folder.resolve("named.ini");
        assertEquals(List.of(
                Finding.well("config", "1. " + machine + ": sets 3 keys, locks inbox.*"),
                Finding.note("config", "2. " + user + ": sets agent.extension; not used, because locked above:"
                        + " inbox.api_key: take it out, or ask IT"),
                Finding.well("config", "3. " + named + ": not there")), look(List.of(machine, user, named), Map.of()));
    }

    @Test
    void thePolicyStandsOverAllAndTheFilesItOverrulesAreTold() throws IOException {
        Path user = Files.writeString(folder.resolve("user.ini"), "[agent]\ncountry = NL\nextension = 7\n");
        assertEquals(List.of(
                Finding.note("config", "1. " + user + ": sets agent.extension; not used, because locked above:"
                        + " agent.country: take it out, or ask IT"),
                Finding.well("config", "2. policy Software\\Policies\\Deskbell: sets agent.country")),
                look(List.of(user), Map.of("agent.country", "DE")));
    }

    @Test
    void aPolicyThatNobodyKnowsIsNoted() {
        assertEquals(List.of(
                Finding.well("config", "1. policy Software\\Policies\\Deskbell: sets nothing"),
                Finding.note("config", "policy Software\\Policies\\Deskbell [agent] contry: no such key; did you"
                        + " mean country?; not heeded: let IT mend it, or update Deskbell where it is for a newer"
                        + " one")),
                look(List.of(), Map.of("agent.contry", "DE")));
    }

    @Test
    void aPolicyThatIsNoTextIsNotedWithTheTypeToUse() {
        Policy policy = new Policy(Map.of("agent.extension", "7"), Set.of("agent.country"));
        assertEquals(List.of(
                Finding.well("config", "1. policy Software\\Policies\\Deskbell: sets agent.extension"),
                Finding.note("config", "policy Software\\Policies\\Deskbell [agent] country: neither text nor a"
                        + " number: set it as REG_SZ, or a number as REG_DWORD; not heeded: let IT mend it, or update"
                        + " Deskbell where it is for a newer one")),
                new ConfigCheck(Origin.of(List.of(), new Outside(StoredSecrets.NONE, ExtensionLookup.NONE, policy,
                        true)), List.of()).look());
    }

    @Test
    void theExtensionIsSaidAndWhetherItWasFoundForWhoeverIsLoggedIn() throws IOException {
        Path user = Files.writeString(folder.resolve("user.ini"), "[agent]\nextension = 7\n");
        assertEquals(DoctorReason.CONFIG_EXTENSION.found("7"), extension(List.of(user), "7"));
        assertEquals("ok    config     the agent's extension is 205, found by [agent] extension_from; Agent Inbox must"
                + " have the same at Settings > Team > Phone extension", extension(List.of(), "205").toString());
    }

    private static Finding extension(List<Path> files, String extension) {
        return new ConfigCheck(Origin.of(files, Outside.NOTHING), List.of(), Optional.of(extension)).look().getLast();
    }

    @Test
    void whatIsWrongIsToldAsTheProgramTellsIt() {
        Problem problem = new Problem("config.ini", "phone", "source", "spi", "not one of sip");
        assertEquals(List.of(Finding.broken("config", "config.ini [phone] source = spi: not one of sip")),
                new ConfigCheck(List.of(), List.of(problem)).look());
    }

    private static List<Finding> look(List<Path> files, Map<String, String> policy) {
        Outside outside = new Outside(StoredSecrets.NONE, ExtensionLookup.NONE, policy);
        return new ConfigCheck(Origin.of(files, outside), List.of()).look();
    }
}
