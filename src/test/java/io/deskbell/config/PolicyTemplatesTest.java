package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Holds the templates to the rules of PolicyDefinitions.xsd that a policy editor goes by. */
class PolicyTemplatesTest {
    private static final Path KEPT = Path.of("installer", "policies");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final List<String> LANGUAGES = List.of("en-US", "nl-NL", "de-DE");
    private final Map<String, String> files = PolicyTemplates.files();

    @Test
    void thoseInTheProjectAreWhatTheTableSays() throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertEquals(file.getValue(), Files.readString(KEPT.resolve(file.getKey())),
                    "write them anew: target/deskbell/bin/deskbell policy-templates installer/policies");
        }
    }

    @Test
    void everyKeyHasItsWordsInEveryLanguage() {
        List<String> missing = new ArrayList<>();
        for (Locale language : KeyNames.LANGUAGES) {
            KeyNames names = new KeyNames(language);
            PolicyTemplates.keys().stream().filter(key -> !names.knows(key))
                    .forEach(key -> missing.add(language.toLanguageTag() + " " + key.fullName()));
        }
        assertEquals(List.of(), missing, "put them into src/main/resources/io/deskbell/config/keys*.properties");
    }

    @Test
    void everyPolicyIsAValueOfItsSectionsKey() throws Exception {
        Document admx = parsed("deskbell.admx");
        List<String> policies = new ArrayList<>();
        for (Element policy : all(admx, "policy")) {
            Element element = children(only(policy, "elements")).getFirst();
            policies.add(policy.getAttribute("key") + " " + element.getAttribute("valueName"));
            assertTrue(List.of("text", "enum").contains(element.getTagName()), element.getTagName());
            assertEquals("Both", policy.getAttribute("class"));
            assertEquals(List.of("parentCategory", "supportedOn", "elements"),
                    children(policy).stream().map(Element::getTagName).toList()); // A sequence in the schema.
        }
        assertEquals(PolicyTemplates.keys().stream().map(key -> "Software\\Policies\\Deskbell\\" + key.section() + " "
                + key.name()).toList(), policies);
        assertTrue(policies.contains("Software\\Policies\\Deskbell\\agent extension"));
    }

    @Test
    void namesAreUniqueAndRefersToAreThere() throws Exception {
        Document admx = parsed("deskbell.admx");
        Set<String> categories = unique(all(admx, "category"), "name");
        Set<String> policies = unique(all(admx, "policy"), "name");
        policies.forEach(name -> assertTrue(NAME.matcher(name).matches(), name));
        for (Element parent : all(admx, "parentCategory")) assertTrue(categories.contains(parent.getAttribute("ref")));
        Set<String> definitions = unique(all(admx, "definition"), "name");
        for (Element supported : all(admx, "policy")) {
            assertTrue(definitions.contains(only(supported, "supportedOn").getAttribute("ref")));
        }
        for (Element policy : all(admx, "policy")) unique(children(only(policy, "elements")), "id");
    }

    @Test
    void everyStringAndPresentationThatIsAskedForIsInEveryLanguageAndNoOther() throws Exception {
        String admx = files.get("deskbell.admx");
        Set<String> strings = named(admx, "\\$\\(string\\.([A-Za-z0-9_]+)\\)");
        Set<String> presentations = named(admx, "\\$\\(presentation\\.([A-Za-z0-9_]+)\\)");
        for (String language : LANGUAGES) {
            Document adml = parsed(language + "/deskbell.adml");
            assertEquals(strings, new TreeSet<>(unique(all(adml, "string"), "id")), language);
            assertEquals(presentations, new TreeSet<>(unique(all(adml, "presentation"), "id")), language);
            for (Element string : all(adml, "string")) assertTrue(!string.getTextContent().isBlank());
        }
    }

    @Test
    void everyControlShowsTheElementOfItsPolicyAndIsOfItsKind() throws Exception {
        Set<String> elements = new TreeSet<>();
        for (Element policy : all(parsed("deskbell.admx"), "policy")) {
            Element element = children(only(policy, "elements")).getFirst();
            String control = element.getTagName().equals("text") ? "textBox" : "dropdownList";
            elements.add(policy.getAttribute("name") + " " + control + " " + element.getAttribute("id"));
        }
        for (String language : LANGUAGES) {
            Set<String> controls = new TreeSet<>();
            for (Element presentation : all(parsed(language + "/deskbell.adml"), "presentation")) {
                Element control = children(presentation).getFirst();
                controls.add(presentation.getAttribute("id") + " " + control.getTagName() + " "
                        + control.getAttribute("refId"));
            }
            assertEquals(elements, controls, language);
        }
    }

    private Document parsed(String file) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(files.get(file))));
    }

    private static Set<String> named(String text, String pattern) {
        Set<String> found = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(one -> found.add(one.group(1)));
        return found;
    }

    private static Set<String> unique(List<Element> elements, String attribute) {
        Set<String> values = new HashSet<>();
        for (Element element : elements) {
            assertTrue(values.add(element.getAttribute(attribute)), element.getAttribute(attribute) + " twice");
        }
        return values;
    }

    private static List<Element> all(Document document, String name) {
        return elements(document.getElementsByTagName(name));
    }

    private static Element only(Element parent, String name) {
        return children(parent).stream().filter(child -> child.getTagName().equals(name)).findFirst().orElseThrow();
    }

    private static List<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) found.add(element);
        }
        return found;
    }
}
