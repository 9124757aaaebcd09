package io.deskbell.source.asterisk;

import io.deskbell.call.Extension;
import io.deskbell.call.Reason;
import io.deskbell.config.AsteriskSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks, for a diagnosis, at what a manager user who has just logged in may do, and whether the phone is known. */
final class AmiLook {
    private static final String ID = "deskbell-look-";
    /** With these a manager user can take over the telephone system, or its computer. */
    private static final List<String> TOO_MUCH = List.of("Command", "UpdateConfig", "DBPut", "ModuleLoad", "Redirect");

    private final AsteriskSettings settings;
    private final ChannelNames names;
    private final AmiPort port;
    private final AsteriskSteps steps;

    AmiLook(AsteriskSettings settings, ChannelNames names, AmiPort port, AsteriskSteps steps) {
        this.settings = settings;
        this.names = names;
        this.port = port;
        this.steps = steps;
    }

    void look(String greeting, Extension own) throws IOException {
        steps.reached(Reason.of(AsteriskReason.CONNECTED, port.where(), greeting), true);
        boolean local = settings.host().matches("127\\..*|localhost|::1");
        if (settings.tls()) steps.reached(Reason.of(AsteriskReason.ENCRYPTED), true);
        else if (!local) steps.reached(Reason.of(AsteriskReason.PLAIN), false);
        steps.reached(Reason.of(AsteriskReason.LOGGED_IN, settings.user()), true);
        rights(ask("ListCommands"));
        steps.reached(Reason.of(AsteriskReason.ONLY_A_CALL_TELLS), true);
        phone(own);
    }

    /** Commands are listed only to those who may give them. */
    private void rights(AmiMessage may) {
        if (!may.isSuccess()) return;
        boolean dials = may.has("Originate");
        if (may.has("CoreShowChannels")) {
            steps.reached(Reason.of(AsteriskReason.MAY, dials ? Reason.of(AsteriskReason.AND_DIAL) : ""), true);
        }
        if (settings.dial() && !dials) steps.reached(Reason.of(AsteriskReason.MAY_NOT_DIAL), false);
        List<String> wide = new ArrayList<>(TOO_MUCH.stream().filter(may::has).toList());
        if (!settings.dial() && dials) wide.add("Originate");
        if (!wide.isEmpty()) steps.reached(Reason.of(AsteriskReason.WIDE, String.join(", ", wide)), false);
    }

    private void phone(Extension own) throws IOException {
        if (!ask("DeviceStateList").isSuccess()) return;
        List<String> devices = names.devices(own.digits());
        List<String> known = new ArrayList<>();
        for (AmiMessage item = answer("DeviceStateList"); !item.has("ListItems"); item = answer("DeviceStateList")) {
            String device = item.get("Device");
            if (devices.stream().anyMatch(device::equalsIgnoreCase)) known.add(device);
        }
        if (known.isEmpty()) {
            steps.reached(Reason.of(AsteriskReason.KNOWS_NO_PHONE, String.join(", ", devices)), false);
        } else {
            steps.reached(Reason.of(AsteriskReason.KNOWS_PHONE, String.join(", ", known)), true);
        }
    }

    private AmiMessage ask(String action) throws IOException {
        port.send(Map.of("Action", action, "ActionID", ID + action));
        return answer(action);
    }

    private AmiMessage answer(String action) throws IOException {
        while (true) {
            AmiMessage message = AmiMessage.read(port.next());
            if (message.actionId().equals(ID + action)) return message;
        }
    }
}
