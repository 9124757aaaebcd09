package io.deskbell.source.sip;

import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Turns the body of a presence NOTIFY into a document of bounded size: PIDF (RFC 3863), its partial form (RFC 5262) or
 * XPIDF (draft-rosenberg-impp-pidf-00). Never throws for bad bodies. Not thread safe.
 */
final class PresenceReader {
    static final int MOST_BYTES = 64 * 1024;
    private static final int DEEPEST = 32;
    /** XPIDF comes with one, and it means nothing; any other is refused. */
    private static final Pattern HARMLESS_DOCTYPE = Pattern.compile("<!DOCTYPE\\s+presence\\b[^\\[\\]<>]*>");

    private final DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();

    PresenceReader() {
        factory.setNamespaceAware(false); // Prefixes come undeclared; only local names are compared.
        factory.setExpandEntityReferences(false);
        factory.setCoalescing(true);
        factory.setIgnoringComments(true);
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's parser can refuse document types", impossible);
        }
    }

    /** Empty for what cannot be read. */
    Optional<Document> read(String contentType, byte[] body) {
        if (body.length > MOST_BYTES) return Optional.empty();
        Optional<String> text = BodyText.read(contentType, body, "p")
                .map(read -> HARMLESS_DOCTYPE.matcher(read).replaceFirst(""));
        if (text.isEmpty() || depth(text.get()) > DEEPEST) return Optional.empty();
        try {
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // Would print to the console.
            Document document = builder.parse(new InputSource(new StringReader(text.get())));
            return Optional.of(document).filter(PresenceReader::isPresence);
        } catch (SAXException | java.io.IOException broken) {
            return Optional.empty();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String localName(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isPresence(Document document) {
        return switch (localName(document.getDocumentElement().getTagName())) {
            case "presence", "pidf-full", "pidf-diff" -> true;
            default -> false;
        };
    }

    /** At least what it is; text in attributes may make it more. */
    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            boolean closes = text.startsWith("</", at);
            int end = text.indexOf('>', at);
            boolean empty = end > 0 && text.charAt(end - 1) == '/';
            if (closes) depth--;
            else if (!empty) depth++;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
