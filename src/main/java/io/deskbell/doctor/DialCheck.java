package io.deskbell.doctor;

import io.deskbell.config.DialSettings;
import io.deskbell.desktop.Desktop;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.Softphone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether numbers can be dialled, by the way that would be taken. Calls nobody: a web address is connected to only. */
public final class DialCheck implements Check {
    private static final String PART = "dial";
    private static final int TIMEOUT_MS = 3_000;

    private final DialSettings settings;
    private final Optional<String> source;
    private final Desktop desktop;
    private final Supplier<Optional<String>> softphone;

    /** @param source the phone source that dials, if one does: it comes first */
    public DialCheck(DialSettings settings, Optional<String> source, Machine machine) {
        this(settings, source, new Desktop(machine), () -> Softphone.opener(machine));
    }

    DialCheck(DialSettings settings, Optional<String> source, Desktop desktop, Supplier<Optional<String>> softphone) {
        this.settings = settings;
        this.source = source;
        this.desktop = desktop;
        this.softphone = softphone;
    }

    @Override
    public List<Finding> look() {
        if (source.isPresent()) return List.of(PhoneReason.DIAL_BY_SOURCE.well(PART, source.get()));
        if (settings.url().isPresent()) return List.of(byAddress(settings.url().get()));
        if (settings.command().isEmpty()) return List.of(PhoneReason.DIAL_UNWANTED.well(PART));
        String program = settings.command().getFirst();
        return List.of(desktop.hasProgram(program) ? PhoneReason.DIAL_PROGRAM.well(PART, program)
                : PhoneReason.DIAL_NO_PROGRAM.broken(PART, program));
    }

    private Finding byAddress(String url) {
        if (url.toLowerCase(Locale.ROOT).startsWith("http")) {
            return web(URI.create(url.replace(DialSettings.NUMBER, "0").replaceFirst("[?#].*", "")));
        }
        return softphone.get().map(program -> PhoneReason.DIAL_SOFTPHONE.well(PART, program))
                .orElseGet(() -> PhoneReason.DIAL_NO_SOFTPHONE.broken(PART));
    }

    private static Finding web(URI address) {
        int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        int port = address.getPort() > 0 ? address.getPort() : usual;
        try (Socket phone = new Socket()) {
            phone.connect(new InetSocketAddress(InetAddress.getByName(address.getHost()), port), TIMEOUT_MS);
            return PhoneReason.DIAL_WEB.well(PART, address.getHost());
        } catch (UnknownHostException unknown) {
            return PhoneReason.DIAL_WEB_UNKNOWN.broken(PART, address.getHost());
        } catch (IOException silent) {
            return PhoneReason.DIAL_WEB_SILENT.broken(PART, address.getHost(), port);
        }
    }
}
