package io.deskbell.source.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The whole document as it stands, kept for the differences that come (RFC 5262). Not thread safe. */
final class PresenceDocument {
    private static final int MOST_ELEMENTS = 2_000;
    private static final int LONGEST = 200;

    private Optional<Element> whole = Optional.empty();
    private long version;

    /** A new subscription begins with a whole document (RFC 5262 §4.4). */
    void clear() {
        whole = Optional.empty();
    }

    /** Takes a body; what it says now, or empty where the whole has to be asked for. */
    Optional<Presence> take(Document body) {
        Element root = body.getDocumentElement();
        if (!PresenceReader.localName(root.getTagName()).equals("pidf-diff")) {
            whole = Optional.of(root);
            version = number(root);
            return Optional.of(read(root));
        }
        if (whole.isEmpty() || number(root) > version + 1) return Optional.empty(); // §4.4: one was missed.
        if (number(root) <= version) return Optional.of(read(whole.get()));
        version = number(root);
        if (new PresencePatch(whole.get()).apply(root)) return Optional.of(read(whole.get()));
        clear();
        return Optional.empty();
    }

    private static long number(Element root) {
        String written = root.getAttribute("version").strip();
        return written.matches("[0-9]{1,18}") ? Long.parseLong(written) : 0;
    }

    private static Presence read(Element root) {
        List<String> notes = new ArrayList<>();
        List<String> activities = new ArrayList<>();
        NodeList all = root.getElementsByTagName("*");
        for (int i = 0; i < Math.min(all.getLength(), MOST_ELEMENTS); i++) {
            Element element = (Element) all.item(i);
            String name = PresenceReader.localName(element.getTagName());
            switch (name) {
                case "note" -> notes.add(shortened(element.getTextContent()));
                case "activities" -> activities.addAll(children(element));
                case "msnsubstatus" -> activities.add(shortened(element.getAttribute("substatus")));
                // CUCM puts them beside the activities instead of into them.
                case "on-the-phone", "alerting", "ringing", "on-hold" -> activities.add(name);
                default -> { } // Devices, places and times say nothing of calls.
            }
        }
        return new Presence(notes, activities);
    }

    private static List<String> children(Element element) {
        List<String> names = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element named) names.add(PresenceReader.localName(named.getTagName()));
        }
        return names;
    }

    private static String shortened(String text) {
        String stripped = text.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST)).toLowerCase(Locale.ROOT);
    }
}
