package io.deskbell.source.sip;

import io.deskbell.config.SipSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.LineLostException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the agent's phone call a number by way of the telephone system, over a connection of its own that lasts as long
 * as the dial: the watching is never in its way. Any number of threads.
 */
final class SipDialer implements Dialer {
    private static final Logger LOG = LoggerFactory.getLogger(SipDialer.class);

    private final SipSettings settings;
    private final Surroundings surroundings;
    private final Set<String> ownCalls;

    /** @param ownCalls hears the Call-ID of each call we make, before it is made */
    SipDialer(SipSettings settings, Surroundings surroundings, Set<String> ownCalls) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.ownCalls = ownCalls;
    }

    @Override
    public Outcome dial(String digits, Runnable pickUp) throws InterruptedException {
        IOException last = new LineLostException(SipReason.NO_SERVER.of());
        for (String server : settings.servers()) {
            for (Endpoint endpoint : endpoints(ServerAddress.read(server))) {
                Mailbox mailbox = new Mailbox();
                try (Transport transport = open(endpoint, mailbox)) {
                    return over(transport, endpoint, mailbox, digits, pickUp);
                } catch (IOException failed) {
                    last = failed;
                } finally {
                    mailbox.close();
                }
            }
        }
        LOG.warn("dialling failed: {}", last.getMessage());
        return new Refused(LineLostException.reasonOf(last));
    }

    /** What fails from here on is an answer: with another server the phone might ring twice. */
    private Outcome over(Transport transport, Endpoint endpoint, Mailbox mailbox, String digits, Runnable pickUp)
            throws InterruptedException {
        Account account = Account.of(settings);
        Refusals refusals = new Refusals(endpoint.host(), settings.authUser(), settings.watch());
        OwnCall call = new OwnCall(account, digits, surroundings.tokens());
        ownCalls.add(call.callId());
        Conversation conversation = new Conversation(transport, endpoint.address(), mailbox, surroundings,
                account.user(), refusals, call);
        Credentials credentials = new Credentials(settings.authUser(), settings.password().reveal(),
                surroundings.tokens());
        Asking asking = new Asking(conversation, credentials, !settings.password().isEmpty(), refusals, SipSteps.NONE);
        PhoneAsked asked = new PhoneAsked(call, conversation, asking, transport.kind().isReliable(), surroundings,
                refusals);
        try {
            return settings.dial() == SipSettings.Dial.CALL ? asked.callAndRefer(pickUp) : asked.refer();
        } catch (IOException failed) {
            LOG.warn("dialling failed: {}", failed.getMessage());
            return new Refused(LineLostException.reasonOf(failed));
        }
    }

    private List<Endpoint> endpoints(ServerAddress server) throws InterruptedException {
        ServerSearch search = new ServerSearch(surroundings.names(), surroundings.random());
        try {
            return Interruptibly.call(() -> search.find(server));
        } catch (IOException unknown) {
            return List.of();
        }
    }

    private Transport open(Endpoint endpoint, Mailbox mailbox) throws IOException, InterruptedException {
        return new Connector(settings.certificate(), surroundings.localAddress(), surroundings.timers().connect())
                .open(endpoint, mailbox);
    }
}
