package io.deskbell.source.threecx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Numbers that a simulated 3CX is asked to call for an extension: its phone rings first, and the number when that is
 * picked up. The extension is Dialing all the while, and Connected when the other end answers. That the request is
 * answered when the phone is picked up is inferred from the names of its fields. Any thread.
 */
final class MadeCalls {
    private static final String PICKED_UP = "None";
    private static final String REFUSED = "Busy";
    private static final String NOT_PICKED_UP = "NoAnswer";

    private final ObjectMapper json = new ObjectMapper();
    private final SimulatedThreeCx exchange;
    private final Map<Integer, Ringing> ringing = new ConcurrentHashMap<>();
    /** Those whose phone rings, in the order in which they were asked for. */
    final BlockingQueue<Made> asked = new LinkedBlockingQueue<>();

    /** What was asked for. */
    record Made(int call, String dn, String number) {
    }

    private record Ringing(Made made, CompletableFuture<String> reason) {
    }

    MadeCalls(SimulatedThreeCx exchange) {
        this.exchange = exchange;
    }

    /**
     * Blocks until the phone is picked up or will not be.
     *
     * @param request {@code {"reason":"None","destination":"0612345678","timeout":30}}, the timeout in seconds
     * @return what {@code makecall} answers
     */
    String make(String dn, String request) throws JsonProcessingException {
        JsonNode wish = json.readTree(request);
        Made made = new Made(exchange.newCall(), dn, wish.path("destination").asText());
        CompletableFuture<String> reason = new CompletableFuture<>();
        ringing.put(made.call(), new Ringing(made, reason));
        exchange.dial(made.call(), dn, made.number());
        asked.add(made);
        String why = reason.completeOnTimeout(NOT_PICKED_UP, wish.path("timeout").asLong(), TimeUnit.SECONDS).join();
        ringing.remove(made.call());
        String part = exchange.part(made.call(), dn);
        boolean calls = why.equals(PICKED_UP);
        if (!calls) exchange.leave(made.call(), dn);
        return "{\"finalstatus\":\"" + (calls ? "Success" : "Failed") + "\",\"reason\":\"" + why + "\",\"result\":"
                + (calls ? part : "null") + "}";
    }

    /** The number rings now: an outside line's shows nowhere, a colleague's as any call. */
    void pickUp(int call) {
        Ringing one = ringing.remove(call);
        if (one == null) throw new IllegalArgumentException("no phone rings for call " + call);
        exchange.ringColleague(call, one.made().dn(), one.made().number());
        one.reason().complete(PICKED_UP);
    }

    /** Nothing happens where no phone rings for that call. */
    void refuse(int call) {
        Ringing one = ringing.remove(call);
        if (one != null) one.reason().complete(REFUSED);
    }

    void refuseAll() {
        ringing.keySet().forEach(this::refuse);
    }
}
