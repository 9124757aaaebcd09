package io.deskbell.source.sip;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the bodies of NOTIFY requests of the dialog event package. What cannot be read is said to be unreadable and
 * never thrown; a hostile body costs no more than its own length, which is limited. Not thread safe.
 */
final class DialogInfoReader {
    static final int MOST_BYTES = 256 * 1024;

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    DialogInfoReader() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Prefixes come undeclared, and the namespace is missing or another one: only local names are compared.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /** What became of a body. */
    sealed interface Reading {
        record Understood(DialogInfo info) implements Reading {
        }

        /** @param why without any of the body's own text, which may hold callers' numbers */
        record Unreadable(String why) implements Reading {
        }
    }

    Reading read(String contentType, byte[] body) {
        if (body.length > MOST_BYTES) return new Reading.Unreadable("longer than " + MOST_BYTES + " bytes");
        Optional<String> text = BodyText.read(contentType, body);
        if (text.isEmpty()) return new Reading.Unreadable("no dialog-info document");
        // Without a document type there are no entities to declare, expand or fetch.
        if (text.get().contains("<!DOCTYPE")) return new Reading.Unreadable("has a document type, which is refused");
        try {
            return new Reading.Understood(
                    new DialogInfoParser(factory.createXMLStreamReader(new StringReader(text.get()))).parse());
        } catch (XMLStreamException broken) {
            return new Reading.Unreadable("broken XML, or more of it than a telephone line can mean");
        }
    }
}
