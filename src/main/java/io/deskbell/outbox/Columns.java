package io.deskbell.outbox;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Fills the places of a statement from left to right, and reads single values back; the only place with SQL nulls. */
final class Columns {
    private final PreparedStatement statement;
    private int last;

    Columns(PreparedStatement statement) {
        this.statement = statement;
    }

    Columns text(String value) throws SQLException {
        statement.setString(++last, value);
        return this;
    }

    Columns text(Optional<String> value) throws SQLException {
        statement.setString(++last, value.orElse(null));
        return this;
    }

    Columns name(Optional<? extends Enum<?>> value) throws SQLException {
        return text(value.map(Enum::name));
    }

    Columns number(long value) throws SQLException {
        statement.setLong(++last, value);
        return this;
    }

    Columns time(Instant value) throws SQLException {
        return number(micros(value));
    }

    Columns time(Optional<Instant> value) throws SQLException {
        if (value.isPresent()) return time(value.get());
        statement.setNull(++last, Types.INTEGER);
        return this;
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
    }

    static Optional<Instant> timeIfAny(ResultSet row, String column) throws SQLException {
        Instant time = time(row, column);
        return row.wasNull() ? Optional.empty() : Optional.of(time);
    }
}
