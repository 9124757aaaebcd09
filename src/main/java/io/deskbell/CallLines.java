package io.deskbell;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallListener;
import io.deskbell.call.NotRegistered;
import io.deskbell.call.Party;
import io.deskbell.call.Registrar;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One log line for each change of a call, with the reason when the helpdesk does not hear of it. No names. */
final class CallLines implements CallListener {
    private static final Logger LOG = LoggerFactory.getLogger(CallLines.class);

    private final Registrar registrar;

    CallLines(Registrar registrar) {
        this.registrar = registrar;
    }

    @Override
    public void happened(CallEvent event) {
        LOG.info("call {}: {}", event.call().id(), words(event));
    }

    private String words(CallEvent event) {
        Call call = event.call();
        return switch (event.type()) {
            case RINGING -> (call.isOutbound() ? "dialling " : "ringing, ") + party(call.party());
            case ANSWERED -> "answered, " + party(call.party()) + unregistered(call);
            case HELD -> "on hold";
            case RESUMED -> "resumed";
            case CHANGED -> "now " + party(call.party()) + (call.wasAnswered() ? unregistered(call) : "");
            case TRANSFERRED -> call.transfer().map(to -> (to.inferred() ? "probably " : "") + "transferred to "
                    + (to.isToSomebody() ? "a colleague" : to.to())).orElseThrow();
            case ENDED -> "ended, " + call.endReason().map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .orElse("unknown") + (call.wasAnswered() ? unregistered(call) : "");
        };
    }

    private static String party(Party party) {
        return switch (party) {
            case Party.Outside outside -> outside.number().toString();
            case Party.Colleague colleague -> "colleague " + colleague.extension();
            case Party.Withheld withheld -> "number withheld";
            case Party.Unknown unknown -> "no number told";
        };
    }

    private String unregistered(Call call) {
        return registrar.whyNot(call).map(why -> " (" + words(why) + ")").orElse("");
    }

    static String words(NotRegistered why) {
        return "not registered: " + switch (why) {
            case INTERNAL -> "a call between colleagues";
            case WITHHELD -> "the caller shows no number; see [inbox] withheld_number";
            case NO_NUMBER -> "the telephone system tells no number";
            case NOT_ANSWERED -> "not answered";
            case HANDED_OVER -> "the desk that handed it over reports it";
            case PAUSED -> "registration was paused when it was answered";
        };
    }
}
