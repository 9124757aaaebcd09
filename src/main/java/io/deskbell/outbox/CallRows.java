package io.deskbell.outbox;

import io.deskbell.call.Call;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.NotRegistered;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Transfer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A call as a row and back, nothing lost. */
final class CallRows {
    static final String WRITE = "INSERT OR REPLACE INTO call (id, key, scope, desk, direction, party, party_number,"
            + " party_name, referrer, state, started_at, answered_at, ended_at, end_reason, transfer_to,"
            + " transfer_inferred, transferred_by, filter_value, why)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private CallRows() {
    }

    static void fill(PreparedStatement statement, Call call, Optional<NotRegistered> why) throws SQLException {
        new Columns(statement)
                .text(call.id()).text(call.key().value()).text(call.key().scope().name())
                .text(call.desk().digits()).name(call.direction())
                .text(kind(call.party())).text(number(call.party())).text(call.party().name())
                .text(call.referrer().map(PhoneNumber::e164)).text(call.state().name())
                .time(call.startedAt()).time(call.answeredAt()).time(call.endedAt()).name(call.endReason())
                .text(call.transfer().map(transfer -> transfer.to().digits()))
                .number(call.transfer().filter(Transfer::inferred).isPresent() ? 1 : 0)
                .text(call.transferredBy().map(Extension::digits)).text(call.filterValue()).name(why);
    }

    static Call read(ResultSet row) throws SQLException {
        boolean inferred = row.getInt("transfer_inferred") == 1;
        return new Call(row.getString("id"),
                new CallKey(row.getString("key"), CallKey.Scope.valueOf(row.getString("scope"))),
                new Extension(row.getString("desk")),
                Columns.text(row, "direction").map(Direction::valueOf),
                party(row),
                Columns.text(row, "referrer").map(PhoneNumber::new),
                CallState.valueOf(row.getString("state")),
                Columns.time(row, "started_at"),
                Columns.timeIfAny(row, "answered_at"),
                Columns.timeIfAny(row, "ended_at"),
                Columns.text(row, "end_reason").map(EndReason::valueOf),
                Columns.text(row, "transfer_to").map(to -> new Transfer(new Extension(to), inferred)),
                Columns.text(row, "transferred_by").map(Extension::new),
                Columns.text(row, "filter_value"));
    }

    static Optional<NotRegistered> why(ResultSet row) throws SQLException {
        return Columns.text(row, "why").map(NotRegistered::valueOf);
    }

    private static String kind(Party party) {
        return switch (party) {
            case Party.Outside outside -> "OUTSIDE";
            case Party.Colleague colleague -> "COLLEAGUE";
            case Party.Withheld withheld -> "WITHHELD";
            case Party.Unknown unknown -> "UNKNOWN";
        };
    }

    private static Optional<String> number(Party party) {
        return switch (party) {
            case Party.Outside outside -> Optional.of(outside.number().e164());
            case Party.Colleague colleague -> Optional.of(colleague.extension().digits());
            case Party.Withheld withheld -> Optional.empty();
            case Party.Unknown unknown -> Optional.empty();
        };
    }

    private static Party party(ResultSet row) throws SQLException {
        String number = Columns.text(row, "party_number").orElse("");
        String name = row.getString("party_name");
        return switch (row.getString("party")) {
            case "OUTSIDE" -> new Party.Outside(new PhoneNumber(number), name);
            case "COLLEAGUE" -> new Party.Colleague(new Extension(number), name);
            case "WITHHELD" -> new Party.Withheld();
            default -> new Party.Unknown(name);
        };
    }
}
