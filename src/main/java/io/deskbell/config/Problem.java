package io.deskbell.config;

/**
 * One thing wrong with the configuration, in one line: {@code config.ini [phone] source = spi: not one of sip, tapi}.
 * Values of secret keys are never shown, of others what {@link Shown} leaves.
 */
public record Problem(String file, String section, String key, String value, String what) {
    static Problem ofFile(String file, String what) {
        return new Problem(file, "", "", "", what);
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(file);
        if (!section.isEmpty()) line.append(" [").append(section).append(']');
        if (!key.isEmpty()) line.append(' ').append(key);
        if (!value.isEmpty()) line.append(" = ").append(value);
        return line.append(": ").append(what).toString();
    }
}
