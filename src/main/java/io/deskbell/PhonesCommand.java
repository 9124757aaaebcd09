package io.deskbell;

import io.deskbell.config.AsteriskSettings;
import io.deskbell.config.Config;
import io.deskbell.config.ConfigDraft;
import io.deskbell.config.ConfigException;
import io.deskbell.config.IntakeSettings;
import io.deskbell.desktop.InstalledProgram;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import io.deskbell.doctor.OwnAddresses;
import io.deskbell.source.asterisk.ManagerConf;
import io.deskbell.source.tapi.LineDevice;
import io.deskbell.source.tapi.TapiLines;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code deskbell phones [MAKE [--write FILE]]}: what to enter at a phone so that it tells this desk of its calls; for
 * tapi, which lines there are; for asterisk, the manager user.
 */
final class PhonesCommand {
    private static final int SECRET_BYTES = 20;

    private final Optional<Path> data;
    private final PrintStream out;
    private final Supplier<List<InetAddress>> own;

    /** Reads the configuration when it is needed. */
    @FunctionalInterface
    interface Loading {
        Config load() throws ConfigException;
    }

    /** @param data the folder of the Deskbell to tell, where it is not the usual one */
    PhonesCommand(Optional<Path> data, PrintStream out) {
        this(data, out, OwnAddresses::now);
    }

    /** @param own this computer's addresses, as other devices see them */
    PhonesCommand(Optional<Path> data, PrintStream out, Supplier<List<InetAddress>> own) {
        this.data = data;
        this.out = out;
        this.own = own;
    }

    int run(List<String> words, Loading config) throws CommandLine.UsageException, ConfigException, IOException {
        if (words.isEmpty()) {
            PhoneTable.makes().forEach(make -> out.println(make + "  " + PhoneTable.about(make)));
            out.println("asterisk  the manager user of an Asterisk or FreePBX, for manager.conf");
            out.println("tapi  the telephone lines of this Windows, one of them for [tapi] line");
            return Main.DONE;
        }
        String make = words.getFirst();
        if (words.equals(List.of("tapi"))) return lines();
        if (words.equals(List.of("asterisk"))) return manager(config);
        if (!PhoneTable.makes().contains(make)) {
            throw new CommandLine.UsageException(ConfigDraft.isOfAPhone(make)
                    ? make + ": nothing has to be entered at a phone; see [" + make + "] in deskbell sample-config"
                    : make + ": no such make; there are " + String.join(", ", PhoneTable.makes()) + ", asterisk, tapi");
        }
        boolean write = words.size() == 3 && make.equals("microsip") && words.get(1).equals("--write");
        if (words.size() > 1 && !write) {
            throw new CommandLine.UsageException("phones MAKE, or phones microsip --write FILE");
        }
        Optional<IntakeSettings> intake = config.load().intake();
        if (intake.isEmpty()) {
            throw new CommandLine.UsageException("config.ini [phone] source: add intake to listen to phones");
        }
        return write ? write(Path.of(words.get(2))) : print(make, intake.get());
    }

    /** What is set is taken from the configuration, where there is one; the rest is as good for a first try. */
    private int manager(Loading loading) throws IOException {
        Optional<Config> config = Optional.empty();
        try {
            config = Optional.of(loading.load());
        } catch (ConfigException unset) {
            out.println("; There is no configuration yet that could be used: extension 201 is an example.");
        }
        Optional<AsteriskSettings> set = config.flatMap(one -> one.systems().asterisk());
        ManagerConf.lines(new ManagerConf.Wanted(set.map(AsteriskSettings::user).orElse("deskbell"),
                config.map(one -> one.agent().extension()).orElse("201"),
                set.map(AsteriskSettings::channels).orElse(List.of("PJSIP/{extension}", "SIP/{extension}")),
                ownAddress() + "/255.255.255.255", madeSecret(), set.map(AsteriskSettings::dial).orElse(true),
                set.flatMap(AsteriskSettings::filterVariable).isPresent())).forEach(out::println);
        out.println("; The same in config.ini: [phone] source = asterisk, [asterisk] host = ..., and");
        out.println("; deskbell secret set asterisk.secret. The secret was made now and stands nowhere else.");
        return Main.DONE;
    }

    private static String madeSecret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** What to choose from for {@code [tapi] line}. */
    private int lines() throws CommandLine.UsageException, IOException {
        if (Machine.here().system() != OperatingSystem.WINDOWS) {
            throw new CommandLine.UsageException("tapi: only Windows has telephone lines of this kind");
        }
        List<TapiLines.Found> lines = TapiLines.here();
        if (lines.isEmpty()) out.println("# Windows has no telephone line: install the telephone system's TAPI driver");
        for (TapiLines.Found found : lines) {
            LineDevice line = found.line();
            out.println("# " + line.name() + (line.address().isEmpty() ? "" : ", number " + line.address())
                    + (line.provider().isEmpty() ? "" : ", driver " + line.provider()));
            found.trouble().ifPresent(trouble -> out.println("# " + trouble));
            out.println("line = " + (line.guid().isEmpty() ? line.name() : line.guid()));
        }
        return Main.DONE;
    }

    private int print(String make, IntakeSettings intake) throws IOException {
        boolean here = PhoneTable.isSoftphone(make);
        String address = here ? IntakeAddress.local(intake) : reachable(intake);
        boolean deaf = !here && InetAddress.getByName(address).isLoopbackAddress();
        boolean bound = !InetAddress.getByName(intake.bind()).isAnyLocalAddress();
        out.println("# " + PhoneTable.about(make));
        if (deaf) out.println("# A desk phone cannot reach " + address + (bound
                ? ": set [intake] bind to this computer's address."
                : ", and this computer has no other address now: connect it to the network."));
        String url = IntakeAddress.url(intake, address); // With the token in it; a command has none.
        List<String> lines = PhoneTable.lines(make, url, command());
        boolean secret = lines.stream().anyMatch(line -> line.contains(url));
        if (secret) out.println("# These hold the token: treat them as a password.");
        lines.forEach(out::println);
        return Main.DONE;
    }

    private int write(Path file) throws IOException {
        MicroSipIni.Written written = MicroSipIni.add(file, PhoneTable.microSipHooks(command()));
        written.kept().forEach(key -> out.println(key + ": left as it is, a command of yours stands there"));
        out.println(written.changed() + " hooks written to " + file + "; what it was is in " + written.backup());
        out.println("MicroSIP must not run while this is done: it writes its own file when it ends.");
        return Main.DONE;
    }

    /** As a softphone calls it, from whatever folder it stands in. */
    private String command() {
        String program = quoted(InstalledProgram.here().map(Path::toString).orElse("deskbell"));
        return data.map(folder -> program + " --data " + quoted(folder.toAbsolutePath().normalize().toString()))
                .orElse(program);
    }

    private static String quoted(String word) {
        return '"' + word + '"';
    }

    /** The address a phone on the desk can reach. */
    private String reachable(IntakeSettings intake) throws IOException {
        InetAddress bound = InetAddress.getByName(intake.bind());
        if (!bound.isAnyLocalAddress()) return intake.bind();
        return ownAddress();
    }

    /** One of a private network where there is any: beside it there may be a public one. */
    private String ownAddress() {
        List<InetAddress> all = own.get();
        return all.stream().filter(InetAddress::isSiteLocalAddress).findFirst().or(() -> all.stream().findFirst())
                .map(InetAddress::getHostAddress).orElse("127.0.0.1");
    }
}
