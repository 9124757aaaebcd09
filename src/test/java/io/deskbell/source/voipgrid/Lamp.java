package io.deskbell.source.voipgrid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskbell.source.sip.ScriptedPbx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * The lamp of the telephone at 201: dialog events over a secure websocket, logged in to with e-mail address and token,
 * as the platform's own programs do. It shows what the platform notifies of; whether a real one names the other end is
 * not known, so this one does either. Any thread.
 */
public final class Lamp implements AutoCloseable {
    static final String ACCOUNT = "123450042";
    private static final int EXTENSION = 201;

    /** What it can be told to do wrong, or otherwise. */
    enum Manner { DROP, HALF, REPEAT, FORBIDDEN, SERVER_ERROR, NAMELESS, NAMED }

    private final ObjectMapper json = new ObjectMapper();
    private final HeldCertificate certificate = new HeldCertificate.Builder().commonName("voipgrid-lamp")
            .addSubjectAlternativeName("127.0.0.1").build();
    private final ScriptedPbx pbx;
    /** By the name of the call. */
    private final Map<String, Lit> calls = new LinkedHashMap<>();
    private boolean named = true;
    private boolean half;
    private int version;

    /** One call at this telephone. */
    private record Lit(boolean outbound, String state, String other) {
    }

    private Lamp() throws IOException {
        pbx = ScriptedPbx.secureWebsocket(new HandshakeCertificates.Builder().heldCertificate(certificate).build()
                .sslContext().getServerSocketFactory()).askingForPassword(PlatformSimulator.TOKEN)
                .knowingOnly(ACCOUNT);
        pbx.showing(document());
    }

    static Lamp open() throws IOException {
        return new Lamp();
    }

    String certificate() {
        return certificate.certificatePem();
    }

    /** The section {@code [sip]} without its certificate. */
    String ini() {
        return "server = %s\nuser = %s\nauth_user = %2$s\npassword = %s\nwatch = %s".formatted(pbx.uri(),
                PlatformSimulator.USER, PlatformSimulator.TOKEN, ACCOUNT);
    }

    String server() {
        return pbx.uri();
    }

    /** @param notification as it is posted to those who subscribed */
    synchronized void told(String notification) throws IOException {
        JsonNode told = json.readTree(notification);
        String call = told.path("call_id").asText();
        boolean own = isOwn(told.path("caller"));
        String other = (own ? told.path("destination") : told.path("caller")).path("number").asText();
        switch (told.path("status").asText()) {
            case "ringing" -> {
                if (own || isMeant(told)) calls.put(call, new Lit(own, "early", other));
            }
            case "in-progress" -> {
                if (own || isMeant(told)) calls.put(call, new Lit(own, "confirmed", other));
                else goesOut(call);
            }
            case "warm-transfer", "cold-transfer" -> {
                goesOut(told.path("merged_id").asText());
                if (!isMeant(told)) goesOut(call);
                else calls.put(call, new Lit(false, told.path("destination").has("target") ? "confirmed" : "early",
                        other));
            }
            case "ended" -> goesOut(call);
            default -> {
                return;
            }
        }
        show();
    }

    synchronized void behaves(Manner manner) throws IOException {
        switch (manner) {
            case DROP -> pbx.restart();
            case HALF -> half = true;
            case REPEAT -> show();
            case FORBIDDEN -> pbx.answering(403);
            case SERVER_ERROR -> pbx.answering(500);
            default -> named = manner == Manner.NAMED;
        }
    }

    @Override
    public void close() throws IOException {
        pbx.close();
    }

    private void goesOut(String call) {
        calls.computeIfPresent(call, (name, lit) -> new Lit(lit.outbound(), "terminated", lit.other()));
    }

    private static boolean isOwn(JsonNode person) {
        return person.path("account_number").asInt() == EXTENSION;
    }

    private static boolean isMeant(JsonNode told) {
        JsonNode destination = told.path("destination");
        return isOwn(destination.path("target"))
                || StreamSupport.stream(destination.path("targets").spliterator(), false).anyMatch(Lamp::isOwn);
    }

    /** An end is told once. */
    private void show() throws IOException {
        String whole = document();
        calls.values().removeIf(lit -> lit.state().equals("terminated"));
        String said = half ? whole.substring(0, whole.length() / 2) : whole;
        half = false;
        try {
            if (pbx.isWatched()) pbx.notifies(said);
        } catch (IOException | UncheckedIOException gone) {
            pbx.restart();
        }
        pbx.showing(document());
    }

    private String document() {
        StringBuilder dialogs = new StringBuilder();
        calls.forEach((call, lit) -> dialogs.append("<dialog id=\"").append(call).append("\" direction=\"")
                .append(lit.outbound() ? "initiator" : "recipient").append("\"><state>").append(lit.state())
                .append("</state>").append(named ? "<remote><identity>sip:" + lit.other()
                        + "@voipgrid.nl</identity></remote>" : "").append("</dialog>"));
        return "<?xml version=\"1.0\"?><dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\"" + version++
                + "\" state=\"full\" entity=\"sip:" + ACCOUNT + "@voipgrid.nl\">" + dialogs + "</dialog-info>";
    }
}
