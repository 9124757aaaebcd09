package io.deskbell.source.voipgrid;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskbell.source.LineLostException;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Says who is logged in, and whether a telephone is registered on the agent's account: it is what rings. */
final class AccountCheck {
    private final Platform platform;
    private final Optional<String> account;
    private final String extension;
    private final VoipgridSteps steps;

    /** @param account its id, where it is not the one with the extension as its internal number */
    AccountCheck(Platform platform, Optional<String> account, String extension, VoipgridSteps steps) {
        this.platform = platform;
        this.account = account;
        this.extension = extension;
        this.steps = steps;
    }

    void look() throws InterruptedException {
        steps.well(VoipgridReason.LOGGED_IN.of(platform.host(), platform.user()));
        try {
            JsonNode accounts = platform.get(Platform.ACCOUNTS).json().path("objects");
            Optional<JsonNode> own = StreamSupport.stream(accounts.spliterator(), false)
                    .filter(this::isOwn).findFirst();
            if (own.isEmpty()) {
                steps.note(VoipgridReason.NO_ACCOUNT.of(account.orElse(extension)));
                return;
            }
            String id = own.get().path("account_id").asText(extension);
            boolean registered = own.get().hasNonNull("sipreginfo");
            if (registered) steps.well(VoipgridReason.REGISTERED.of(id));
            else steps.note(VoipgridReason.NOT_REGISTERED.of(id));
        } catch (LineLostException hidden) {
            steps.note(VoipgridReason.ACCOUNTS_HIDDEN.of(hidden.reason()));
        }
    }

    private boolean isOwn(JsonNode one) {
        return account.map(id -> id.equals(one.path("account_id").asText("")))
                .orElseGet(() -> extension.equals(one.path("internal_number").asText("")));
    }
}
