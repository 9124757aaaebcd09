package io.deskbell.source.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Applies the add, replace and remove of RFC 5261 to a document, as far as RFC 5262 §5 has servers use them: selectors
 * of steps with a name or {@code *}, by position or by the value of an attribute, ending in an element, its text or an
 * attribute of it.
 */
final class PresencePatch {
    private static final int MOST_STEPS = 12;
    private static final int MOST_CHANGES = 100;
    private static final Pattern STEP =
            Pattern.compile("([\\w.*-]{1,60}:)?([\\w.*-]{1,60})((?:\\[[^\\[\\]]{1,200}\\]){0,3})");
    private static final Pattern PREDICATE =
            Pattern.compile("\\[(?:([0-9]{1,4})|@([\\w:.-]{1,60})=(['\"])(.*?)\\3)\\]");

    private final Element root;

    PresencePatch(Element root) {
        this.root = root;
    }

    /** Whether all of it could be applied; if not, the document is spoilt. */
    boolean apply(Element diff) {
        int changes = 0;
        for (Node node = diff.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element change)) continue;
            if (++changes > MOST_CHANGES || !applyOne(change)) return false;
        }
        return true;
    }

    private boolean applyOne(Element change) {
        String selector = change.getAttribute("sel").strip();
        String last = selector.substring(selector.lastIndexOf('/') + 1);
        boolean ofElement = last.equals("text()") || last.startsWith("@");
        Optional<Element> found = find(ofElement ? selector.substring(0, selector.length() - last.length()) : selector);
        if (found.isEmpty()) return false;
        String kind = PresenceReader.localName(change.getTagName());
        if (last.equals("text()")) return setText(found.get(), kind, change);
        if (last.startsWith("@")) return setAttribute(found.get(), last.substring(1), kind, change);
        return switch (kind) {
            case "add" -> add(found.get(), change);
            case "replace" -> replace(found.get(), change);
            case "remove" -> remove(found.get());
            default -> false;
        };
    }

    private static boolean setText(Element element, String kind, Element change) {
        element.setTextContent(kind.equals("remove") ? "" : change.getTextContent());
        return true;
    }

    private static boolean setAttribute(Element element, String name, String kind, Element change) {
        if (!name.matches("[A-Za-z_][\\w:.-]{0,60}")) return false;
        if (kind.equals("remove")) element.removeAttribute(name);
        else element.setAttribute(name, change.getTextContent().strip());
        return true;
    }

    private boolean add(Element target, Element change) {
        String type = change.getAttribute("type").strip();
        if (type.startsWith("@")) return setAttribute(target, type.substring(1), "add", change);
        String place = change.getAttribute("pos").strip();
        boolean beside = place.equals("before") || place.equals("after");
        Node parent = beside ? target.getParentNode() : target;
        if (beside && target == root) return false;
        Node before = switch (place) {
            case "prepend" -> target.getFirstChild();
            case "before" -> target;
            case "after" -> target.getNextSibling();
            default -> null; // DOM: at the end.
        };
        for (Node child : children(change)) {
            parent.insertBefore(owner().importNode(child, true), before);
        }
        return true;
    }

    private boolean replace(Element target, Element change) {
        List<Node> elements = children(change).stream().filter(Element.class::isInstance).toList();
        if (target == root || elements.size() != 1) return false;
        target.getParentNode().replaceChild(owner().importNode(elements.getFirst(), true), target);
        return true;
    }

    private boolean remove(Element target) {
        if (target == root) return false;
        target.getParentNode().removeChild(target);
        return true;
    }

    private Document owner() {
        return root.getOwnerDocument();
    }

    private static List<Node> children(Element element) {
        List<Node> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) children.add(node);
        return children;
    }

    /** The one element meant; RFC 5261 §4.1 has anything else an error. The first step may name the root. */
    private Optional<Element> find(String selector) {
        String path = selector.replaceFirst("^/", "").replaceFirst("/$", "");
        if (path.isEmpty()) return Optional.of(root);
        String[] steps = path.split("/", MOST_STEPS + 1);
        if (steps.length > MOST_STEPS) return Optional.empty();
        Optional<Element> at = Optional.of(root);
        for (int i = 0; i < steps.length && at.isPresent(); i++) {
            Matcher step = STEP.matcher(steps[i]);
            if (!step.matches()) return Optional.empty();
            boolean rootItself = i == 0 && (named(root, step.group(2)) || selector.startsWith("/"));
            if (!rootItself) at = child(at.get(), step);
        }
        return at;
    }

    private static Optional<Element> child(Element parent, Matcher step) {
        List<Element> found = children(parent).stream().filter(Element.class::isInstance).map(Element.class::cast)
                .filter(element -> named(element, step.group(2))).toList();
        Matcher predicate = PREDICATE.matcher(step.group(3));
        int read = 0;
        while (predicate.find()) {
            read += predicate.group().length();
            found = kept(found, predicate);
        }
        boolean understood = read == step.group(3).length();
        return understood && found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static List<Element> kept(List<Element> found, Matcher predicate) {
        if (predicate.group(1) == null) {
            String name = predicate.group(2);
            return found.stream().filter(element -> element.getAttribute(name).equals(predicate.group(4))).toList();
        }
        int place = Integer.parseInt(predicate.group(1));
        return place >= 1 && place <= found.size() ? List.of(found.get(place - 1)) : List.of();
    }

    private static boolean named(Element element, String name) {
        String local = PresenceReader.localName(element.getTagName());
        return name.equals("*") || local.equalsIgnoreCase(name)
                || name.equals("presence") && local.equals("pidf-full"); // RFC 5262 §3.1: the root of the whole form.
    }
}
