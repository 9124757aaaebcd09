package io.deskbell.doctor;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.CustomerSettings;
import io.deskbell.config.LookupSettings;
import io.deskbell.doctor.Finding.Mark;
import io.deskbell.lookup.LookupTrial;
import io.deskbell.lookup.UnusableListException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether callers can be looked up: reads the list, and asks the address for a number that nobody has. Opening a
 * customer is not tried, for it makes a conversation.
 */
public final class LookupCheck implements Check {
    private static final int MOST_LINES = 5;

    private final CustomerSettings settings;
    private final NumberPlan plan;
    private final Extension agent;
    private final Optional<String> filterField;

    public LookupCheck(CustomerSettings settings, NumberPlan plan, Extension agent, Optional<String> filterField) {
        this.settings = settings;
        this.plan = plan;
        this.agent = agent;
        this.filterField = filterField;
    }

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        settings.lookup().csv().ifPresent(csv -> findings.addAll(list(csv)));
        settings.lookup().web().ifPresent(web -> findings.addAll(address(web)));
        if (filterField.isEmpty() && wantsValues()) findings.add(DoctorReason.LOOKUP_NO_FIELD.found());
        settings.show().ifPresent(show -> findings.add(DoctorReason.SHOW_SET.found(show.email())));
        return findings;
    }

    private List<Finding> list(LookupSettings.Csv csv) {
        List<Finding> findings = new ArrayList<>();
        try {
            LookupTrial.Understood read = LookupTrial.read(csv, plan);
            findings.add(DoctorReason.LOOKUP_LIST.found(csv.file(), read.numbers(), read.lines() - read.refused(),
                    read.lines()));
            if (read.refused() > 0) findings.add(DoctorReason.LOOKUP_REFUSED.found(read.refused()));
            read.why().stream().limit(MOST_LINES).forEach(why -> findings.add(new Finding(Mark.NOTE, "lookup", why)));
            if (read.shared() > 0) findings.add(DoctorReason.LOOKUP_SHARED.found(read.shared()));
        } catch (UnusableListException unusable) {
            findings.add(new Finding(Mark.BROKEN, "lookup", unusable.reason()));
        }
        return findings;
    }

    private List<Finding> address(LookupSettings.Web web) {
        List<Finding> findings = new ArrayList<>();
        String host = URI.create(web.url().replaceAll("\\{[^{}]*}", "1")).getHost();
        boolean plain = web.url().regionMatches(true, 0, "http:", 0, 5);
        boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        if (plain && !here) findings.add(DoctorReason.LOOKUP_PLAIN.found(host));
        findings.add(LookupTrial.ask(web, agent).map(why -> new Finding(Mark.BROKEN, "lookup", why))
                .orElseGet(() -> DoctorReason.LOOKUP_ANSWERS.found(host)));
        return findings;
    }

    private boolean wantsValues() {
        LookupSettings lookup = settings.lookup();
        return lookup.namePattern().isPresent() || lookup.csv().flatMap(LookupSettings.Csv::value).isPresent()
                || lookup.web().flatMap(LookupSettings.Web::value).isPresent();
    }
}
