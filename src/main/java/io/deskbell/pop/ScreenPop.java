package io.deskbell.pop;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallListener;
import io.deskbell.config.PopSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings up the conversation of a call, once a call. Everything is decided and done on the errands' thread: whoever
 * tells it something waits for nothing and gets no exception. Its log lines hold neither number nor address.
 */
public final class ScreenPop implements CallListener {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenPop.class);
    /** How long the helpdesk may take to name the conversation before its front page has to do. */
    static final Duration PATIENCE = Duration.ofSeconds(3);
    static final int CALLS_REMEMBERED = 1_000;
    static final int MOST_POPS = 5;
    static final Duration IN = Duration.ofSeconds(10);

    private final PopPolicy policy;
    private final AddressTemplate template;
    private final Browser browser;
    private final Errands errands;
    private final Clock clock;
    private final RateGuard guard = new RateGuard(MOST_POPS, IN);
    private final Remembered<Boolean> popped = new Remembered<>(CALLS_REMEMBERED);
    private final Remembered<Call> waiting = new Remembered<>(CALLS_REMEMBERED);
    private final Remembered<Optional<String>> conversations = new Remembered<>(CALLS_REMEMBERED);

    /** @param usualReferrer {@code [inbox] referrer}, for the placeholder of that name */
    public ScreenPop(PopSettings settings, Optional<String> usualReferrer, Browser browser, Errands errands,
                     Clock clock) {
        this.template = new AddressTemplate(settings.url(), usualReferrer);
        this.policy = new PopPolicy(whenFor(settings, template));
        this.browser = browser;
        this.errands = errands;
        this.clock = clock;
    }

    /** Calls of an earlier run: those answered then had their pop. */
    public void resume(Collection<Call> calls) {
        errands.soon(() -> calls.stream().filter(Call::wasAnswered).forEach(call -> popped.put(call.id(), true)));
    }

    @Override
    public void happened(CallEvent event) {
        errands.soon(() -> consider(event));
    }

    /** Agent Inbox accepted the Answered of this call, and may have named the conversation. */
    public void conversationKnown(String callId, Optional<String> conversation) {
        errands.soon(() -> learn(callId, conversation));
    }

    /** The agent asks for the conversation of this call, as often as wished. */
    public void open(Call call) {
        errands.soon(() -> show(call, conversations.find(call.id()).flatMap(named -> named)));
    }

    /** Before the answer there is no conversation to be named: with its name in the address, a ring is too early. */
    private static PopSettings.When whenFor(PopSettings settings, AddressTemplate template) {
        boolean tooEarly = settings.when() == PopSettings.When.RINGING && template.needsConversation();
        return tooEarly ? PopSettings.When.ANSWERED : settings.when();
    }

    private void consider(CallEvent event) {
        Call call = event.call();
        if (call.hasEnded()) waiting.take(call.id());
        if (call.hasEnded() && call.wasAnswered()) popped.take(call.id()); // It may come back.
        if (!policy.isMoment(event, clock.instant()) || popped.find(call.id()).isPresent()) return;
        popped.put(call.id(), true);
        Optional<Optional<String>> answer = conversations.find(call.id());
        if (!template.needsConversation() || answer.isPresent()) {
            pop(call, answer.flatMap(named -> named));
            return;
        }
        waiting.put(call.id(), call);
        errands.after(PATIENCE, () -> waiting.take(call.id()).ifPresent(late -> pop(late, Optional.empty())));
    }

    private void learn(String callId, Optional<String> conversation) {
        conversations.put(callId, conversation.filter(name -> !name.isBlank()));
        waiting.take(callId).ifPresent(call -> pop(call, conversation.filter(name -> !name.isBlank())));
    }

    private void pop(Call call, Optional<String> conversation) {
        if (guard.mayPass(clock.instant())) {
            show(call, conversation);
        } else if (guard.bitesAnew()) {
            LOG.warn("more than {} calls in {} s: their conversations are not opened by themselves", MOST_POPS,
                    IN.toSeconds());
        }
    }

    private void show(Call call, Optional<String> conversation) {
        boolean unnamed = template.needsConversation() && conversation.isEmpty();
        Optional<URI> address = unnamed ? template.frontPage(call) : template.fill(call, conversation.orElse(""));
        if (address.isEmpty()) {
            LOG.warn("call {}: no web address comes out of [pop] url", call.id());
            return;
        }
        try {
            if (unnamed || !template.namesTheCall()) browser.showInbox(address.get());
            else browser.show(address.get());
            LOG.info("conversation opened for call {}", call.id());
        } catch (RuntimeException surprise) {
            LOG.error("call {}: the browser could not be asked: {}", call.id(), surprise.getClass().getSimpleName());
        }
    }
}
