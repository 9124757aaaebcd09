package io.deskbell.source.bria;

import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A status or an event, read once from beginning to end:
 *
 * <pre>
 * status type="call" / call / id, holdStatus, participants / participant / number, displayName, state
 * event type="call"
 * </pre>
 *
 * @param type what it is about, empty where it does not say
 */
record BriaStatus(String type, List<Call> calls) {
    private static final int DEEPEST = 20;
    private static final int MOST = 100;

    /** @param state of the participant who is furthest, in lower case */
    record Call(String id, boolean held, String number, String name, String state) {
    }

    static BriaStatus read(String content) throws LineLostException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new Reader(factory.createXMLStreamReader(new StringReader(content))).read();
        } catch (XMLStreamException broken) {
            throw new LineLostException(Reason.of(BriaReason.HALF));
        }
    }

    private static final class Reader {
        private final XMLStreamReader xml;
        private final List<Call> calls = new ArrayList<>();
        private final Map<String, String> call = new HashMap<>();
        private final Map<String, String> participant = new HashMap<>();
        private String type = "";
        private String open = "";
        private int depth;

        Reader(XMLStreamReader xml) {
            this.xml = xml;
        }

        BriaStatus read() throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type");
                    case XMLStreamConstants.START_ELEMENT -> begin();
                    case XMLStreamConstants.CHARACTERS -> {
                        if (!xml.isWhiteSpace()) (participant.isEmpty() ? call : participant).put(open, text());
                    }
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    default -> { } // Comments and the like.
                }
            }
            return new BriaStatus(type, List.copyOf(calls));
        }

        private String text() {
            return xml.getText().strip();
        }

        private void begin() throws XMLStreamException {
            if (++depth > DEEPEST) throw new XMLStreamException("nested too deeply");
            open = xml.getLocalName();
            if (depth == 1) type = String.valueOf(xml.getAttributeValue(null, "type")).replace("null", "");
            if (open.equals("call")) call.clear();
            if (open.equals("participant")) participant.put("", ""); // One is being read.
        }

        private void end(String name) {
            depth--;
            if (name.equals("participant")) joined();
            if (!name.equals("call") || !call.containsKey("id") || calls.size() >= MOST) return;
            calls.add(new Call(call.get("id"), call.getOrDefault("holdStatus", "").equals("localHold"),
                    call.getOrDefault("number", ""), call.getOrDefault("displayName", ""),
                    call.getOrDefault("state", "")));
        }

        /** In a conference the call stands where the first participant stands who is connected. */
        private void joined() {
            String state = participant.getOrDefault("state", "").toLowerCase(Locale.ROOT);
            boolean first = !call.containsKey("state");
            boolean further = state.equals("connected") && !call.getOrDefault("state", "").equals("connected");
            if (first || further) {
                call.putAll(participant);
                call.put("state", state);
            }
            participant.clear();
        }
    }
}
