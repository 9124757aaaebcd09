package io.deskbell.config;

/** A password or key. It shows itself to whoever asks for {@link #reveal} and to nobody else. */
public record Secret(String reveal) {
    public boolean isEmpty() {
        return reveal.isEmpty();
    }

    @Override
    public String toString() {
        return "***";
    }
}
