package io.deskbell.source.intake;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskbell.call.CallKey.Scope;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.config.VoipgridSettings.Numbering;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * VoIPGRID's call notifications as a relay passes them on (help.voys.nl, "Gespreksnotificaties"): JSON of the whole
 * company. A party is this desk's by its {@code account_number} or one of its {@code user_numbers}; which of the two is
 * remembered where it is not settled, because colleagues are then told by the same. Whoever has either is of the
 * company, a mobile phone that is a fixed destination of somebody's too.
 */
final class VoipgridNotification implements Profile {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build()).build());
    private static final String DEVICE = "voipgrid";
    private static final String WITHHELD = "anonymous";
    /** As a colleague's number is dialled, and as no number outside is. */
    private static final String SHORT = "[0-9*#]{1,6}";

    private final String ownExtension;
    private final Numbering numbering;
    private volatile boolean byAccount;

    VoipgridNotification(String ownExtension) {
        this(ownExtension, Numbering.EITHER);
    }

    /** @param numbering which of a party's two numbers is its extension */
    VoipgridNotification(String ownExtension, Numbering numbering) {
        this.ownExtension = ownExtension;
        this.numbering = numbering;
        this.byAccount = numbering == Numbering.ACCOUNT;
    }

    @Override
    public List<Word> read(Telling telling) throws NotUnderstoodException {
        JsonNode told = json(telling.body());
        String id = told.path("call_id").asText("");
        if (id.isBlank()) throw new NotUnderstoodException("call_id is missing");
        return switch (told.path("status").asText("")) {
            case "created" -> List.of(); // On the platform, at nobody's desk yet.
            case "ringing" -> ringing(told).stream().toList();
            case "in-progress" -> List.of(inProgress(told));
            case "warm-transfer" -> handedOn(told, CallState.CONNECTED);
            case "cold-transfer" -> offered(told);
            case "ended" -> List.of(word(told, CallState.ENDED).because(reason(told)).about(Word.Whom.IF_KNOWN));
            default -> throw new NotUnderstoodException("status is none of created, ringing, in-progress, "
                    + "warm-transfer, cold-transfer, ended");
        };
    }

    private Optional<Word> ringing(JsonNode told) {
        if (isOwn(told.path("caller"))) return Optional.of(dialled(told, CallState.DIALING));
        if (targets(told).anyMatch(this::isOwn)) return Optional.of(received(told, CallState.RINGING));
        return Optional.empty();
    }

    /** Answered by somebody else: of a group while it rang here, or whom the agent offered the call to. */
    private Word inProgress(JsonNode told) {
        if (isOwn(told.path("caller"))) return dialled(told, CallState.CONNECTED);
        if (targets(told).anyMatch(this::isOwn)) return received(told, CallState.CONNECTED);
        return word(told, CallState.ENDED).because(Optional.of(EndReason.ANSWERED_ELSEWHERE))
                .handed(targets(told).findFirst().flatMap(this::extension), Optional.empty())
                .about(Word.Whom.ELSEWHERE);
    }

    private List<Word> handedOn(JsonNode told, CallState state) {
        if (isOwn(told.path("redirector"))) {
            Optional<String> to = targets(told).findFirst().flatMap(this::extension);
            return List.of(word(told, CallState.CONNECTED).handed(to, Optional.empty()).about(Word.Whom.IF_KNOWN));
        }
        if (targets(told).noneMatch(this::isOwn)) return List.of();
        return List.of(received(told, state).handed(Optional.empty(), extension(told.path("redirector"))));
    }

    /** A colleague's phone rings; the call is the colleague's once it is answered, and else it just ends. */
    private List<Word> offered(JsonNode told) {
        if (!isOwn(told.path("redirector"))) return handedOn(told, CallState.RINGING);
        return List.of(word(told, CallState.CONNECTED).about(Word.Whom.IF_KNOWN));
    }

    /** As the user dialled it; a colleague's whole number too is called by the colleague's extension. */
    private Word dialled(JsonNode told, CallState state) {
        String number = told.path("destination").path("number").asText("");
        Optional<String> colleague = number.matches(SHORT) ? Optional.empty()
                : targets(told).findFirst().flatMap(this::extension);
        return word(told, state).going(Optional.of(Direction.OUTBOUND)).between("", colleague.orElse(number), "");
    }

    private Word received(JsonNode told, CallState state) {
        JsonNode caller = told.path("caller");
        String dialled = told.path("destination").path("number").asText(""); // The target's may be a group's id.
        Optional<String> number = extension(caller)
                .or(() -> Optional.of(caller.path("number").asText("")).filter(shown -> !shown.isBlank()));
        return word(told, state).going(Optional.of(Direction.INBOUND))
                .between(dialled, number.orElse(WITHHELD), caller.path("name").asText(""));
    }

    private static Word word(JsonNode told, CallState state) {
        Optional<String> merged = Optional.of(told.path("merged_id").asText("")).filter(other -> !other.isBlank());
        return Word.of(DEVICE, state).named(Optional.of(told.path("call_id").asText()), Scope.SHARED)
                .alsoNamed(merged).toldAt(moment(told));
    }

    /** By the platform's clock. */
    private static Optional<Instant> moment(JsonNode told) {
        try {
            return Optional.of(OffsetDateTime.parse(told.path("timestamp").asText("")).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private boolean isOwn(JsonNode party) {
        boolean account = numbering != Numbering.USER && account(party).filter(ownExtension::equals).isPresent();
        boolean user = numbering != Numbering.ACCOUNT && users(party).anyMatch(ownExtension::equals);
        if (numbering == Numbering.EITHER && (account || user)) byAccount = account;
        return account || user;
    }

    /** In the numbering this desk's own extension is of: accounts or persons; in the other where there is no such. */
    private Optional<String> extension(JsonNode party) {
        return byAccount ? account(party).or(() -> users(party).findFirst())
                : users(party).findFirst().or(() -> account(party));
    }

    private static Optional<String> account(JsonNode party) {
        return Optional.of(party.path("account_number").asText("")).filter(a -> !a.isBlank() && !a.equals("null"));
    }

    private static Stream<String> users(JsonNode party) {
        return StreamSupport.stream(party.path("user_numbers").spliterator(), false).map(JsonNode::asText)
                .filter(number -> !number.isBlank());
    }

    private static Stream<JsonNode> targets(JsonNode told) {
        JsonNode destination = told.path("destination");
        Stream<JsonNode> several = StreamSupport.stream(destination.path("targets").spliterator(), false);
        return destination.has("target") ? Stream.of(destination.path("target")) : several;
    }

    private static Optional<EndReason> reason(JsonNode told) {
        return switch (told.path("reason").asText("")) {
            case "no-answer" -> Optional.of(EndReason.NO_ANSWER);
            case "busy" -> Optional.of(EndReason.BUSY);
            case "answered-elsewhere" -> Optional.of(EndReason.ANSWERED_ELSEWHERE);
            case "failed" -> Optional.of(EndReason.FAILED);
            default -> Optional.empty();
        };
    }

    private static JsonNode json(byte[] body) throws NotUnderstoodException {
        try {
            JsonNode told = JSON.readTree(body);
            if (told != null && told.isObject()) return told;
        } catch (IOException notJson) {
            throw new NotUnderstoodException("not the JSON of a call notification");
        }
        throw new NotUnderstoodException("not a JSON object");
    }
}
