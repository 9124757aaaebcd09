package io.deskbell;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.config.CustomerSettings;
import io.deskbell.config.Origin;
import io.deskbell.config.Outside;
import io.deskbell.config.Problem;
import io.deskbell.desktop.Autostart;
import io.deskbell.desktop.Desktop;
import io.deskbell.desktop.Folders;
import io.deskbell.desktop.InstalledProgram;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.SecretStore;
import io.deskbell.doctor.AsteriskCheck;
import io.deskbell.doctor.AutostartCheck;
import io.deskbell.doctor.BrowserCheck;
import io.deskbell.doctor.Check;
import io.deskbell.doctor.ConfigCheck;
import io.deskbell.doctor.DialCheck;
import io.deskbell.doctor.DiskCheck;
import io.deskbell.doctor.Doctor;
import io.deskbell.doctor.InboxCheck;
import io.deskbell.doctor.IntakeCheck;
import io.deskbell.doctor.LineCheck;
import io.deskbell.doctor.LookupCheck;
import io.deskbell.doctor.MqttCheck;
import io.deskbell.doctor.NumbersCheck;
import io.deskbell.doctor.PhoneCheck;
import io.deskbell.doctor.QueueCheck;
import io.deskbell.doctor.Report;
import io.deskbell.doctor.SecretsCheck;
import io.deskbell.doctor.SipCheck;
import io.deskbell.doctor.SupportBundle;
import io.deskbell.doctor.TapiCheck;
import io.deskbell.doctor.ThreeCxCheck;
import io.deskbell.doctor.VoipgridCheck;
import io.deskbell.doctor.XelionCheck;
import io.deskbell.outbox.CallLog;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import io.deskbell.source.tapi.TapiSource;
import io.deskbell.ui.tray.TrayProspect;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts together what the doctor looks at on this computer, and what support gets to see of it. */
final class Diagnosis {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConfigFiles files;
    private final Places places;
    private final Machine machine = Machine.here();
    private final Clock clock = Clock.systemUTC();
    private final Supplier<Optional<Standing>> running;

    /** Where calls and events are kept, and where the log is. */
    record Places(Path data, Path logs) {
    }

    /** What the configuration is, and what is wrong with it. */
    private record Read(Optional<Config> config, List<Problem> problems) {
    }

    /** @param running what the program that watches on this data folder says, where one does */
    Diagnosis(ConfigFiles files, Places places, Supplier<Optional<Standing>> running) {
        this.files = files;
        this.places = places;
        this.running = running;
    }

    /** Beside whatever runs, or without. */
    static Diagnosis of(CommandLine line, Path data) {
        return new Diagnosis(ConfigFiles.of(line), new Places(data, LogFile.folder(line)),
                () -> Standing.ofTheRunning(data));
    }

    Doctor doctor() {
        Read read = read();
        Optional<Standing> standing = running.get();
        List<Check> checks = new ArrayList<>();
        List<Origin> origins = files.origins();
        checks.add(new ConfigCheck(origins, read.problems(), read.config().map(config -> config.agent().extension())));
        List<SecretsCheck.Written> written = written(origins, Folders.of(machine).machineConfigFile());
        checks.add(new SecretsCheck(SecretStore.of(machine), secrets(read, written), written));
        checks.add(new DiskCheck(places.data()));
        read.config().ifPresent(config -> checks.addAll(connections(config, standing)));
        checks.add(new QueueCheck(places.data(), standing.map(Standing::courier), clock));
        checks.add(new BrowserCheck(new Desktop(machine), read.config().map(Config::pop)));
        checks.add(new TrayCheck(new Desktop(machine), () -> TrayProspect.of(machine)));
        checks.add(new AutostartCheck(InstalledProgram.here().map(program -> Autostart.of(machine, program))));
        return new Doctor(checks);
    }

    /** Whether the configuration can be used at all: a doctor's exit tells it from other trouble. */
    boolean isConfigured() {
        return read().problems().isEmpty();
    }

    SupportBundle bundle(Report report, boolean recordings) throws IOException {
        Read read = read(); // So that the pen knows the secrets, too.
        SupportBundle bundle = new SupportBundle(LogSetup.pen())
                .with("doctor.txt", report.text())
                .with("doctor.json", report.json(Version.TEXT, clock.instant()))
                .with("system.txt", SystemFacts.text(machine))
                .withConfig(files.all())
                .withPolicy(files.policy())
                .withFolder("log", places.logs(), LogFile.NAMES);
        return recordings ? bundle.withRecordings(recordings(read)) : bundle;
    }

    /** What is being recorded now, and what was put where recordings are kept. */
    private List<Path> recordings(Read read) throws IOException {
        List<Path> files = new ArrayList<>(read.config().map(Config::recordings).orElse(List.of()));
        Path folder = places.data().resolve("recordings");
        if (!Files.isDirectory(folder)) return files;
        try (Stream<Path> kept = Files.list(folder)) {
            kept.filter(file -> file.toString().endsWith(".rec")).sorted().forEach(files::add);
        }
        return files;
    }

    private List<Check> connections(Config config, Optional<Standing> standing) {
        List<Check> checks = new ArrayList<>();
        checks.add(new InboxCheck(config.inbox(), clock, ProxySelector.getDefault(), machine.environment()));
        NumberPlan plan = PhoneSources.numberPlan(config.agent());
        List<PhoneSource> sources = PhoneSources.of(config, clock);
        for (PhoneSource source : sources) {
            checks.add(standing.filter(says -> isLeftAlone(source, config))
                    .flatMap(says -> says.of(source.name(), source.description()))
                    .<Check>map(status -> new LineCheck(source, status))
                    .orElseGet(() -> phone(source, config, clock)));
        }
        checks.add(new LookupCheck(config.customers(), plan, new Extension(config.agent().extension()),
                config.inbox().filterField()));
        checks.add(new NumbersCheck(CallLog.of(places.data())));
        checks.add(new DialCheck(config.dial(), sources.stream().filter(source -> source.dialer().isPresent())
                .map(PhoneSource::name).findFirst(), machine));
        return checks;
    }

    /** A second line would disturb the running program's; a registration may take the place of its own. */
    private static boolean isLeftAlone(PhoneSource source, Config config) {
        return switch (source.name()) {
            case "intake", "tapi", "voipgrid" -> false;
            case "sip" -> config.sip().filter(sip -> sip.register() || sip.fork().isPresent()).isPresent();
            default -> true;
        };
    }

    /** Tries a line of its own to that phone. */
    static Check phone(PhoneSource source, Config config, Clock clock) {
        NumberPlan plan = PhoneSources.numberPlan(config.agent());
        return switch (source.name()) {
            case "intake" -> new IntakeCheck(config.intake().orElseThrow());
            case "sip" -> SipCheck.of(config.sip().orElseThrow(), plan, clock, PATIENCE);
            case "tapi" -> TapiCheck.of(steps -> TapiSource.of(config.tapi().orElseThrow(), config.agent().extension(),
                    plan, clock, steps, Tape.NONE));
            case "voipgrid" -> VoipgridCheck.of(config.systems().voipgrid().orElseThrow(), config.agent().extension(),
                    plan, clock, PATIENCE);
            case "asterisk" -> AsteriskCheck.of(config.systems().asterisk().orElseThrow(),
                    new Extension(config.agent().extension()), plan, clock, PATIENCE);
            case "mqtt" -> new MqttCheck(config.systems().mqtt().orElseThrow().broker(),
                    new Extension(config.agent().extension()));
            case "3cx" -> ThreeCxCheck.of(config.systems().threeCx().orElseThrow(),
                    at -> PhoneSources.numberPlan(config.agent(), at), clock, PATIENCE);
            case "xelion" -> XelionCheck.of(config.systems().xelion().orElseThrow(), plan, clock, PATIENCE);
            default -> new PhoneCheck(source, PATIENCE);
        };
    }

    private Read read() {
        try {
            return new Read(Optional.of(files.load()), List.of());
        } catch (ConfigException wrong) {
            return new Read(Optional.empty(), wrong.problems());
        }
    }

    /** Those that this configuration uses; while it cannot be read, what is always needed and what it holds. */
    private static List<String> secrets(Read read, List<SecretsCheck.Written> written) {
        return Config.SECRET_KEYS.stream().filter(key -> read.config().map(config -> isUsed(key, config))
                .orElseGet(() -> key.equals("inbox.api_key")
                        || written.stream().anyMatch(one -> one.key().equals(key)))).toList();
    }

    private static boolean isUsed(String secret, Config config) {
        CustomerSettings customers = config.customers();
        return switch (secret) {
            case "inbox.api_key" -> true;
            case "inbox.show_customer_key" ->
                    customers.show().filter(show -> !show.key().equals(config.inbox().apiKey())).isPresent();
            case "inbox.show_customer_secret" -> customers.show().isPresent();
            case "lookup.token" -> customers.lookup().web().filter(web -> !web.token().isEmpty()).isPresent();
            case "lookup.password" -> customers.lookup().web().filter(web -> !web.user().isEmpty()).isPresent();
            case "xelion.app_key" ->
                    config.systems().xelion().filter(xelion -> !xelion.appKey().isEmpty()).isPresent();
            default -> config.sources().contains(secret.substring(0, secret.indexOf('.')));
        };
    }

    /** Where a secret stands in a file, or in the policy, which every user may read too; the last one is used. */
    static List<SecretsCheck.Written> written(List<Origin> origins, Path everybodys) {
        List<SecretsCheck.Written> written = new ArrayList<>();
        for (Origin origin : origins.reversed()) {
            origin.set().stream().filter(Config.SECRET_KEYS::contains)
                    .forEach(key -> written.add(new SecretsCheck.Written(key, Path.of(origin.name()),
                            Set.of(everybodys.toString(), Outside.POLICY).contains(origin.name()))));
        }
        return written;
    }
}
