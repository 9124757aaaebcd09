package io.deskbell.pop;

import io.deskbell.call.Call;
import io.deskbell.call.Direction;
import io.deskbell.call.PhoneNumber;
import io.deskbell.config.Percent;
import io.deskbell.config.PopPlaceholders;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code [pop] url}, filled for one call. Every value is percent-encoded, so that what a caller sends can change
 * neither the host nor the parts of the address.
 */
final class AddressTemplate {
    private static final Pattern BRACES = Pattern.compile("\\{([a-z_]+)}");
    private static final String CONVERSATION = "{conversation}";

    private final String template;
    private final String usualReferrer;

    /** @param usualReferrer for calls of which the phone does not tell what the customer dialled; may be empty */
    AddressTemplate(String template, Optional<String> usualReferrer) {
        this.template = template;
        this.usualReferrer = usualReferrer.orElse("");
    }

    boolean needsConversation() {
        return template.contains(CONVERSATION);
    }

    /** Otherwise one open page serves every call. */
    boolean namesTheCall() {
        return PopPlaceholders.nameTheCall(template);
    }

    /** Empty when no http or https address comes out. */
    Optional<URI> fill(Call call, String conversation) {
        Matcher braces = BRACES.matcher(template);
        return web(braces.replaceAll(found ->
                Matcher.quoteReplacement(Percent.encode(value(found.group(1), call, conversation)))));
    }

    /** The front page of the same server. */
    Optional<URI> frontPage(Call call) {
        return fill(call, "").flatMap(full -> web(full.getScheme() + "://" + full.getRawAuthority() + "/"));
    }

    private String value(String name, Call call, String conversation) {
        Optional<PhoneNumber> phone = call.party().outsideNumber();
        return switch (name) {
            case "phone" -> phone.map(PhoneNumber::e164).orElse("");
            case "phone_digits" -> phone.map(PhoneNumber::digits).orElse("");
            case "id" -> call.id();
            case "extension" -> call.desk().digits();
            case "direction" -> call.direction().orElse(Direction.INBOUND) == Direction.INBOUND
                    ? "inbound" : "outbound";
            case "referrer" -> call.referrer().map(PhoneNumber::e164).orElse(usualReferrer);
            case "filter_value" -> call.filterValue().orElse("");
            case "conversation" -> conversation;
            default -> ""; // The configuration lets no other name through.
        };
    }

    private static Optional<URI> web(String text) {
        try {
            URI address = new URI(text);
            boolean http = String.valueOf(address.getScheme()).matches("(?i)https?");
            return http && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }
}
