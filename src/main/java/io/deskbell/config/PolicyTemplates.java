package io.deskbell.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Administrative templates for Windows' group policies, made from the table of keys: {@code deskbell.admx} and its
 * words in each language. What is set with them is read from the registry as text.
 */
public final class PolicyTemplates {
    static final String REGISTRY = "Software\\Policies\\Deskbell\\";
    private static final String SCHEMA = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions";
    /** A policy locks what it sets; and nobody rolls out a simulated phone. */
    private static final Set<String> LEFT_OUT = Set.of("lock", "simulator");
    private static final int LONGEST = 2_048;

    private PolicyTemplates() {
    }

    /** The files' texts by their paths. */
    public static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("deskbell.admx", definitions());
        for (Locale language : KeyNames.LANGUAGES) {
            files.put(language.toLanguageTag() + "/deskbell.adml", words(new KeyNames(language)));
        }
        return files;
    }

    static List<Key> keys() {
        return Keys.all().stream().filter(key -> !LEFT_OUT.contains(key.section())).toList();
    }

    private static String definitions() {
        StringBuilder xml = new StringBuilder(head("policyDefinitions"));
        xml.append("""
                  <policyNamespaces>
                    <target prefix="deskbell" namespace="Deskbell.Policies"/>
                  </policyNamespaces>
                  <resources minRequiredRevision="1.0"/>
                  <supportedOn>
                    <definitions>
                      <definition name="SUPPORTED_Deskbell" displayName="$(string.SUPPORTED_Deskbell)"/>
                    </definitions>
                  </supportedOn>
                  <categories>
                    <category name="Deskbell" displayName="$(string.Deskbell)"/>
                """);
        sections().forEach(section -> xml.append("""
                    <category name="section_%1$s" displayName="$(string.section_%1$s)">
                      <parentCategory ref="Deskbell"/>
                    </category>
                """.formatted(section)));
        xml.append("  </categories>\n  <policies>\n");
        keys().forEach(key -> xml.append(policy(key)));
        return xml.append("  </policies>\n</policyDefinitions>\n").toString();
    }

    private static String policy(Key key) {
        return """
                    <policy name="%1$s" class="Both" displayName="$(string.%1$s)" explainText="$(string.%1$s_Help)"
                        key="%2$s" presentation="$(presentation.%1$s)">
                      <parentCategory ref="section_%3$s"/>
                      <supportedOn ref="SUPPORTED_Deskbell"/>
                      <elements>
                %4$s      </elements>
                    </policy>
                """.formatted(id(key), escaped(REGISTRY + key.section()), key.section(), element(key));
    }

    private static String element(Key key) {
        if (key.choices().isEmpty()) {
            return "        <text id=\"%s_Value\" valueName=\"%s\" required=\"true\" maxLength=\"%d\"/>\n"
                    .formatted(id(key), key.name(), LONGEST);
        }
        StringBuilder items = new StringBuilder("        <enum id=\"%s_Value\" valueName=\"%s\" required=\"true\">\n"
                .formatted(id(key), key.name()));
        key.choices().forEach(choice -> items.append("""
                          <item displayName="$(string.Choice_%1$s)">
                            <value><string>%1$s</string></value>
                          </item>
                """.formatted(choice)));
        return items.append("        </enum>\n").toString();
    }

    private static String words(KeyNames names) {
        StringBuilder xml = new StringBuilder(head("policyDefinitionResources"));
        xml.append("  <displayName>Deskbell</displayName>\n  <description>").append(escaped(names.of("description")))
                .append("</description>\n  <resources>\n    <stringTable>\n");
        string(xml, "Deskbell", "Deskbell");
        string(xml, "SUPPORTED_Deskbell", names.of("supported"));
        sections().forEach(section -> string(xml, "section_" + section, names.section(section)));
        choices().forEach(choice -> string(xml, "Choice_" + choice, choice));
        for (Key key : keys()) {
            string(xml, id(key), names.name(key));
            string(xml, id(key) + "_Help", help(key, names));
        }
        xml.append("    </stringTable>\n    <presentationTable>\n");
        keys().forEach(key -> xml.append(presentation(key, names)));
        return xml.append("    </presentationTable>\n  </resources>\n</policyDefinitionResources>\n").toString();
    }

    private static String help(Key key, KeyNames names) {
        String about = names.about(key) + "\n\n[" + key.section() + "] " + key.name();
        String example = key.example().isEmpty() ? "" : "\n" + names.of("example") + " " + key.example();
        return about + (key.assumed().isEmpty() ? "" : " = " + key.assumed()) + example
                + (key.isSecret() ? "\n\n" + names.of("secret") : "");
    }

    private static String presentation(Key key, KeyNames names) {
        String label = escaped(names.name(key));
        String control = key.choices().isEmpty()
                ? "<textBox refId=\"%1$s_Value\"><label>%2$s</label></textBox>"
                : "<dropdownList refId=\"%1$s_Value\" noSort=\"true\" defaultItem=\"0\">%2$s</dropdownList>";
        return "      <presentation id=\"%1$s\">\n        ".formatted(id(key)) + control.formatted(id(key), label)
                + "\n      </presentation>\n";
    }

    private static String head(String root) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <!-- Made by "deskbell policy-templates" from the table of keys. -->
                <%s xmlns="%s" revision="1.0" schemaVersion="1.0">
                """.formatted(root, SCHEMA);
    }

    private static void string(StringBuilder xml, String id, String text) {
        xml.append("      <string id=\"").append(id).append("\">").append(escaped(text)).append("</string>\n");
    }

    private static List<String> sections() {
        return keys().stream().map(Key::section).distinct().toList();
    }

    private static Set<String> choices() {
        Set<String> all = new LinkedHashSet<>();
        keys().forEach(key -> all.addAll(key.choices()));
        return all;
    }

    /** No dots: a policy's name may have letters, digits and underscores, and begins with a letter. */
    private static String id(Key key) {
        String name = key.section() + "_" + key.name();
        return Character.isDigit(name.charAt(0)) ? "system_" + name : name;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
