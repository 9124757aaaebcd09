package io.deskbell.source.threecx;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the token that goes with every question. How long one lasts is told in words that mean minutes in one place and
 * seconds in another: the shorter is believed, a refused one is replaced, and never are two asked for in a row. Thread
 * safe.
 */
final class Tokens {
    static final Duration LEAST = Duration.ofSeconds(30);
    static final Duration MOST = Duration.ofMinutes(30);

    private final Asking asking;
    private final Clock clock;
    private Optional<Token> kept = Optional.empty();

    private record Token(String text, Instant since, Duration lasts) {
    }

    /** Asks 3CX for one. */
    @FunctionalInterface
    interface Asking {
        /** @throws LineLostException in words, when none is given */
        JsonNode ask() throws LineLostException, InterruptedException;
    }

    Tokens(Asking asking, Clock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    synchronized String token() throws LineLostException, InterruptedException {
        Instant now = clock.instant();
        boolean fresh = kept.filter(token -> now.isBefore(token.since().plus(token.lasts()))).isPresent();
        if (!fresh) kept = Optional.of(fetch(now));
        return kept.get().text();
    }

    /**
     * That token was refused: the next one asked for is another.
     *
     * @throws LineLostException when it is so new that another would be refused as well
     */
    synchronized void refused(String token) throws LineLostException {
        if (kept.filter(now -> now.text().equals(token)).isEmpty()) return;
        Instant since = kept.get().since();
        kept = Optional.empty();
        if (clock.instant().isBefore(since.plus(LEAST))) {
            throw new LineLostException(Reason.of(ThreeCxReason.TOKEN_REFUSED));
        }
    }

    /** Of the token at hand. */
    synchronized Duration lasts() {
        return kept.map(Token::lasts).orElse(Duration.ZERO);
    }

    private Token fetch(Instant now) throws LineLostException, InterruptedException {
        JsonNode answer = asking.ask();
        String text = answer.path("access_token").asText();
        if (!text.matches("[\\x21-\\x7e]+")) throw new LineLostException(Reason.of(ThreeCxReason.HALF));
        Duration told = Duration.ofSeconds(Math.max(0, answer.path("expires_in").asLong()));
        Duration lasts = told.compareTo(MOST) > 0 ? MOST : told.compareTo(LEAST) < 0 ? LEAST : told;
        return new Token(text, now, lasts.minusSeconds(lasts.toSeconds() / 10)); // Before it ends, not after.
    }
}
