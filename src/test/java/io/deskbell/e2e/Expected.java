package io.deskbell.e2e;

/** The people of the scenarios, and the bodies Agent Inbox is to receive about them. */
final class Expected {
    static final String CUSTOMER = "0612345678";
    static final String OTHER_CUSTOMER = "+31687654321";

    static final String ANSWERED = "{Id=call 1, EventType=Answered, PhoneNumber=+31612345678, "
            + "PhoneExtension=201, Direction=Inbound}";
    static final String DISCONNECTED = ANSWERED.replace("Answered", "Disconnected");
    static final String TRANSFER = ANSWERED.replace("Answered", "Transfer").replace("=201", "=202");

    private Expected() {
    }

    /** The same of the second call, with the other customer. */
    static String second(String body) {
        return other(body.replace("call 1", "call 2"));
    }

    /** The same with the other customer. */
    static String other(String body) {
        return body.replace("+31612345678", OTHER_CUSTOMER);
    }

    /** The same of a call that the agent made. */
    static String outbound(String body) {
        return body.replace("Inbound", "Outbound");
    }
}
