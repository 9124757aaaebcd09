package io.deskbell.source.sip;

import io.deskbell.source.sip.DialogInfo.Dialog;
import io.deskbell.source.sip.DialogInfo.Identity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks once through one document:
 *
 * <pre>
 * dialog-info version state entity
 *   dialog id call-id direction
 *     state event code · note · replaces call-id · referred-by
 *     local, remote:  identity display · target &gt; param pname pval
 * </pre>
 */
final class DialogInfoParser {
    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 10_000;
    private static final int MOST_DIALOGS = 200;
    private static final int LONGEST_TEXT = 1_000;

    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Dialog> dialogs = new ArrayList<>();
    private OptionalLong version = OptionalLong.empty();
    private boolean full = true;
    private String entity = "";
    private Optional<DialogDraft> draft = Optional.empty();
    private String display = "";
    private int elements;

    DialogInfoParser(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** @throws XMLStreamException for anything that is not one whole dialog-info document of a sensible size */
    DialogInfo parse() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> open(localName(xml.getLocalName()));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> close();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> refuse("entities");
                default -> { } // Comments and processing instructions mean nothing here.
            }
        }
        return new DialogInfo(version, full, entity, dialogs);
    }

    private void open(String name) throws XMLStreamException {
        if (++elements > MOST_ELEMENTS || path.size() >= DEEPEST) refuse("too many elements");
        text.setLength(0);
        if (path.isEmpty()) root(name);
        else if (name.equals("dialog") && path.size() == 1) beginDialog();
        else draft.ifPresent(dialog -> within(dialog, name));
        path.push(name);
    }

    private void root(String name) throws XMLStreamException {
        if (!name.equals("dialog-info")) refuse("another document");
        String number = attribute("version");
        if (number.matches("[0-9]{1,18}")) version = OptionalLong.of(Long.parseLong(number));
        full = !attribute("state").equalsIgnoreCase("partial");
        entity = attribute("entity");
    }

    private void beginDialog() throws XMLStreamException {
        if (dialogs.size() >= MOST_DIALOGS) refuse("too many dialogs");
        draft = Optional.of(new DialogDraft(attribute("id"), attribute("call-id"), attribute("direction")));
    }

    private void within(DialogDraft dialog, String name) {
        switch (name) {
            case "state" -> dialog.reason(attribute("event"), attribute("code"));
            case "identity" -> display = attribute("display").isEmpty()
                    ? attribute("display-name") : attribute("display");
            case "param" -> param(dialog);
            case "replaces" -> dialog.replaces(attribute("call-id"));
            default -> { } // Targets, routes and session descriptions say nothing about who talks to whom.
        }
    }

    /** The RFC says pval; Asterisk and FreeSWITCH say pvalue. */
    private void param(DialogDraft dialog) {
        if (!attribute("pname").toLowerCase(Locale.ROOT).endsWith("sip.rendering")) return;
        String value = attribute("pval").isEmpty() ? attribute("pvalue") : attribute("pval");
        if (!value.isEmpty()) dialog.rendering(path.contains("local"), value);
    }

    private void close() {
        String name = path.pop();
        String said = text.toString().strip();
        text.setLength(0);
        draft.ifPresent(dialog -> ended(dialog, name, said));
    }

    private void ended(DialogDraft dialog, String name, String said) {
        switch (name) {
            case "state" -> dialog.state(said);
            case "identity" -> dialog.identity(path.contains("local"), new Identity(said, display));
            case "referred-by" -> dialog.referredBy(said);
            case "note" -> dialog.note(said);
            case "dialog" -> {
                dialogs.add(dialog.finished());
                draft = Optional.empty();
            }
            default -> { } // Nothing is kept of it.
        }
    }

    private void append(String more) {
        int room = LONGEST_TEXT - text.length();
        text.append(more, 0, Math.min(room, more.length()));
    }

    private String attribute(String wanted) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (!localName(xml.getAttributeLocalName(i)).equals(wanted)) continue;
            String value = xml.getAttributeValue(i).strip();
            return value.length() <= LONGEST_TEXT ? value : value.substring(0, LONGEST_TEXT);
        }
        return "";
    }

    private static String localName(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static void refuse(String why) throws XMLStreamException {
        throw new XMLStreamException(why);
    }
}
