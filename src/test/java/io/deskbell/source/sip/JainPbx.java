package io.deskbell.source.sip;

import gov.nist.javax.sip.clientauthutils.DigestServerAuthenticationHelper;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.PeerUnavailableException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.HeaderFactory;
import javax.sip.header.SubscriptionStateHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** A notifier on a SIP stack that other people wrote: asks for a digest, accepts, notifies. */
final class JainPbx implements SipListener, AutoCloseable {
    private final String transport;
    private final int port;
    private final SipStack stack;
    private final SipProvider provider;
    private final HeaderFactory headers;
    private final MessageFactory messages;
    private final DigestServerAuthenticationHelper login;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    JainPbx(String transport) throws Exception {
        this.transport = transport;
        this.port = freePort(transport);
        SipFactory factory = SipFactory.getInstance();
        factory.setPathName("gov.nist");
        this.stack = stack(factory);
        this.headers = factory.createHeaderFactory();
        this.messages = factory.createMessageFactory();
        this.login = new DigestServerAuthenticationHelper();
        ListeningPoint point = stack.createListeningPoint("127.0.0.1", port, transport);
        this.provider = stack.createSipProvider(point);
        provider.addSipListener(this);
    }

    private SipStack stack(SipFactory factory) throws PeerUnavailableException {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "pbx-" + transport);
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "on");
        properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", SilentStackLogger.class.getName());
        properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", SilentServerLogger.class.getName());
        return factory.createSipStack(properties);
    }

    /** The stack wants to be told a port; one that was free a moment ago will be free. */
    private static int freePort(String transport) throws IOException {
        InetAddress local = InetAddress.getByName("127.0.0.1");
        if (transport.equals("udp")) {
            try (DatagramSocket socket = new DatagramSocket(0, local)) {
                return socket.getLocalPort();
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, local)) {
            return socket.getLocalPort();
        }
    }

    String uri() {
        return "sip:127.0.0.1:" + port + ";transport=" + transport;
    }

    /** What it understood, message by message. */
    BlockingQueue<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        stack.stop();
    }

    @Override
    public void processRequest(RequestEvent event) {
        try {
            subscribe(event.getRequest(), event.getServerTransaction());
        } catch (SipException | ParseException | InvalidArgumentException | NoSuchAlgorithmException failed) {
            heard.add("failed: " + failed);
        }
    }

    private void subscribe(Request request, ServerTransaction open)
            throws SipException, ParseException, InvalidArgumentException, NoSuchAlgorithmException {
        ServerTransaction transaction = open == null ? provider.getNewServerTransaction(request) : open;
        int expires = request.getExpires().getExpires();
        heard.add(request.getMethod() + " " + expires);
        if (!login.doAuthenticatePlainTextPassword(request, "pw203")) {
            Response challenge = messages.createResponse(Response.PROXY_AUTHENTICATION_REQUIRED, request);
            login.generateChallenge(headers, challenge, "jain");
            transaction.sendResponse(challenge);
            return;
        }
        Response accepted = messages.createResponse(Response.OK, request);
        ToHeader to = (ToHeader) accepted.getHeader(ToHeader.NAME);
        if (to.getTag() == null) to.setTag("jain-tag");
        accepted.setExpires(headers.createExpiresHeader(expires));
        String contact = "<sip:jain@127.0.0.1:" + port + ";transport=" + transport + ">";
        accepted.addHeader(headers.createHeader("Contact", contact));
        Dialog dialog = transaction.getDialog();
        transaction.sendResponse(accepted);
        notify(dialog, expires > 0 ? "active" : "terminated");
    }

    private void notify(Dialog dialog, String state) throws SipException, ParseException {
        Request notify = dialog.createRequest(Request.NOTIFY);
        SubscriptionStateHeader header = headers.createSubscriptionStateHeader(state);
        if (state.equals("terminated")) header.setReasonCode("timeout");
        notify.setHeader(header);
        notify.setHeader(headers.createEventHeader("dialog"));
        notify.setContent("from jain", headers.createContentTypeHeader("application", "dialog-info+xml"));
        dialog.sendRequest(provider.getNewClientTransaction(notify));
    }

    @Override
    public void processResponse(ResponseEvent event) {
        heard.add(event.getResponse().getStatusCode() + " to NOTIFY");
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        heard.add("timeout");
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        heard.add("connection failed");
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {
        // Of no interest.
    }

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {
        // Of no interest.
    }
}
