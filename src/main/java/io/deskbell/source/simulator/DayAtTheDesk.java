package io.deskbell.source.simulator;

import static io.deskbell.call.CallState.CONNECTED;
import static io.deskbell.call.CallState.DIALING;
import static io.deskbell.call.CallState.ENDED;
import static io.deskbell.call.CallState.HELD;
import static io.deskbell.call.CallState.RINGING;
import static io.deskbell.source.simulator.Step.after;

import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The script of the demo: what happens at one desk, thirty-some seconds for a day. Nobody in it exists. */
public final class DayAtTheDesk {
    private static final PhoneNumber SHOP = new PhoneNumber("+31201234567");

    private static final Party.Outside ANNA = customer("+31612345678", "Anna de Vries");
    private static final Party.Outside JAMES = customer("+442079460123", "James Okafor");
    private static final Party.Outside MARIE = customer("+31698765432", "Marie Jansen");
    private static final Party.Outside CARRIER = customer("+31301234567", "Parcel service");
    private static final Party STOCK = new Party.Colleague(new Extension("202"), "Stock room");
    private static final Party FRONT = new Party.Colleague(new Extension("203"), "Front desk");

    private static final PlayedCall QUESTION = PlayedCall.from(ANNA, "anna", SHOP);
    private static final PlayedCall MISSED = PlayedCall.from(MARIE, "marie", SHOP);
    private static final PlayedCall ORDER = PlayedCall.from(JAMES, "james", SHOP);
    private static final PlayedCall CONSULT = PlayedCall.to(STOCK, "stock");
    private static final PlayedCall CALL_BACK = PlayedCall.to(CARRIER, "parcels");
    private static final PlayedCall WITHHELD = PlayedCall.from(new Party.Withheld(), "withheld", SHOP);
    private static final PlayedCall LUNCH = PlayedCall.from(FRONT, "front");

    private DayAtTheDesk() {
    }

    /** The day, step by step. */
    public static List<Step> steps() {
        return List.of(
                after(1.0, QUESTION, RINGING, "A customer rings: Anna de Vries, +31 6 1234 5678."),
                after(2.0, QUESTION, CONNECTED, "You answer."),
                after(4.0, QUESTION, ENDED, "Anna has her answer and hangs up."),

                after(1.5, MISSED, RINGING, "Another one: Marie Jansen, +31 6 9876 5432. You are getting coffee."),
                after(2.5, MISSED, ENDED, "Nobody answered: a missed call."),

                after(1.5, ORDER, RINGING, "James Okafor rings from London, +44 20 7946 0123."),
                after(1.5, ORDER, CONNECTED, "You answer."),
                after(2.5, ORDER, HELD, "He asks where his order is. You put him on hold."),
                after(0.5, CONSULT, DIALING, "You ring the stock room, extension 202."),
                after(1.5, CONSULT, CONNECTED, "The stock room answers and knows about it."),
                after(2.5, ORDER, ENDED, "You hand James over to 202; both your calls end."),
                after(0.2, CONSULT, ENDED, ""),

                after(2.3, CALL_BACK, DIALING, "You ring the parcel service, +31 30 123 4567."),
                after(2.0, CALL_BACK, CONNECTED, "They answer."),
                after(3.0, CALL_BACK, ENDED, "Settled; you hang up."),

                after(2.0, WITHHELD, RINGING, "Somebody rings who does not show a number."),
                after(1.0, WITHHELD, CONNECTED, "You answer."),
                after(2.0, WITHHELD, ENDED, "They hang up."),

                after(2.0, LUNCH, RINGING, "The front desk rings, extension 203."),
                after(1.0, LUNCH, CONNECTED, "You answer: lunch?"),
                after(1.5, LUNCH, ENDED, "Lunch."));
    }

    /** The customers' names by number, as the shop's records would have them. */
    public static Map<String, String> customers() {
        return Stream.of(ANNA, JAMES, MARIE, CARRIER)
                .collect(Collectors.toUnmodifiableMap(party -> party.number().e164(), Party.Outside::name));
    }

    private static Party.Outside customer(String number, String name) {
        return new Party.Outside(new PhoneNumber(number), name);
    }
}
