package io.deskbell.source.intake;

import io.deskbell.call.CallKey.Scope;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Poly's telephony notifications: XML, posted. A document type is refused, so nothing can be expanded or fetched.
 *
 * <pre>
 * PolycomIPPhone / IncomingCallEvent | OutgoingCallEvent / PhoneIP, MACAddress, CallingPartyNumber ...
 * PolycomIPPhone / CallStateChangeEvent CallReference CallState / CallLineInfo / CallInfo / ...
 * </pre>
 */
final class PolyNotification implements Profile {
    private static final int DEEPEST = 20;

    private final XMLInputFactory factory = XMLInputFactory.newFactory();

    PolyNotification() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    @Override
    public List<Word> read(Telling telling) throws NotUnderstoodException {
        Map<String, String> told = elements(telling.body());
        String device = told.getOrDefault("MACAddress", told.getOrDefault("PhoneIP", telling.sender()));
        Optional<CallState> state = state(told);
        if (state.isEmpty()) return List.of();
        boolean outbound = told.containsKey("OutgoingCallEvent") || state.get() == CallState.DIALING
                || told.getOrDefault("CallType", "").startsWith("Out");
        boolean known = outbound || state.get() == CallState.RINGING
                || told.getOrDefault("CallType", "").startsWith("In");
        String calling = told.getOrDefault("CallingPartyNumber", "");
        String called = told.getOrDefault("CalledPartyNumber", "");
        String name = told.getOrDefault(outbound ? "CalledPartyName" : "CallingPartyName", "");
        Word word = Word.of(device, state.get())
                .named(Optional.ofNullable(told.get("CallReference")).filter(id -> !id.isBlank()), Scope.REUSED)
                .going(known ? Optional.of(outbound ? Direction.OUTBOUND : Direction.INBOUND) : Optional.empty());
        return List.of(known ? word.between(outbound ? calling : called, outbound ? called : calling, name) : word);
    }

    private static Optional<CallState> state(Map<String, String> told) {
        if (told.containsKey("IncomingCallEvent")) return Optional.of(CallState.RINGING);
        if (told.containsKey("OutgoingCallEvent")) return Optional.of(CallState.DIALING);
        return switch (told.getOrDefault("CallState", "")) {
            case "Offering" -> Optional.of(CallState.RINGING);
            case "Ringback" -> Optional.of(CallState.DIALING);
            case "Connected" -> Optional.of(CallState.CONNECTED);
            case "Hold", "Held" -> Optional.of(CallState.HELD);
            case "Disconnected" -> Optional.of(CallState.ENDED);
            default -> Optional.empty(); // Dialtone and Setup are not calls yet.
        };
    }

    /** Elements and attributes by name; the first of each that says something. */
    private Map<String, String> elements(byte[] body) throws NotUnderstoodException {
        Map<String, String> told = new HashMap<>();
        try {
            XMLStreamReader xml;
            synchronized (factory) { // The JDK's factory promises nothing to several threads at once.
                xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            }
            String open = "";
            int depth = 0;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD -> throw new NotUnderstoodException("a document type is not taken");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) throw new NotUnderstoodException("nested too deeply");
                        open = xml.getLocalName();
                        told.putIfAbsent(open, "");
                        for (int i = 0; i < xml.getAttributeCount(); i++) {
                            told.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS -> {
                        if (!xml.isWhiteSpace() && told.getOrDefault(open, "").isEmpty()) {
                            told.put(open, xml.getText().strip());
                        }
                    }
                    default -> { } // Comments and the like.
                }
            }
        } catch (XMLStreamException notXml) {
            throw new NotUnderstoodException("not the XML of a telephony notification");
        }
        return told;
    }
}
