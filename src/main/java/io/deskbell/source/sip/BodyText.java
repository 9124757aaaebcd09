package io.deskbell.source.sip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the bytes of a dialog-info or presence body into text that an XML parser takes. Telephone systems declare one
 * encoding and write another, put white space before the declaration, do not escape names, and lose the last bytes.
 */
final class BodyText {
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset\\s*=\\s*\"?([A-Za-z0-9._:-]{1,40})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_AMPERSAND =
            Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)");
    private static final Pattern ROOT = Pattern.compile("<((?:[A-Za-z_][\\w.-]{0,60}:)?dialog-info)[\\s>/]");
    private static final String MARK = "dialog-info";

    private BodyText() {
    }

    /** Empty when it is no dialog-info document in any encoding. */
    static Optional<String> read(String contentType, byte[] body) {
        return read(contentType, body, MARK);
    }

    /** @param mark what every document of the kind contains */
    static Optional<String> read(String contentType, byte[] body, String mark) {
        return encodings(contentType).stream()
                .flatMap(encoding -> decode(body, encoding).stream())
                .filter(text -> text.contains(mark))
                .findFirst()
                .map(BodyText::repaired);
    }

    private static List<Charset> encodings(String contentType) {
        List<Charset> encodings = new ArrayList<>();
        Matcher declared = CHARSET.matcher(contentType);
        if (declared.find()) known(declared.group(1)).ifPresent(encodings::add);
        encodings.add(StandardCharsets.UTF_8);
        encodings.add(StandardCharsets.UTF_16);
        encodings.add(StandardCharsets.ISO_8859_1);
        return encodings;
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** Strict: bytes that do not fit mean that it is another encoding. */
    private static Optional<String> decode(byte[] body, Charset encoding) {
        try {
            return Optional.of(encoding.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    private static String repaired(String text) {
        String trimmed = withoutDeclaration(legal(text).strip());
        return completed(BARE_AMPERSAND.matcher(trimmed).replaceAll("&amp;"));
    }

    /** Characters that XML 1.0 §2.2 does not allow, and the byte order mark, become spaces. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
            boolean outside = c == 0xFEFF || c == 0xFFFE || c == 0xFFFF || Character.getType(c) == Character.SURROGATE;
            legal.appendCodePoint(control || outside ? ' ' : c);
        });
        return legal.toString();
    }

    /** The text is decoded by now, whatever encoding the declaration claims. */
    private static String withoutDeclaration(String text) {
        int end = text.startsWith("<?xml") ? text.indexOf("?>") : -1;
        return end < 0 ? text : text.substring(end + 2).stripLeading();
    }

    /** A body cut off within its very last tag has said everything; one cut off earlier stays broken. */
    private static String completed(String text) {
        Matcher root = ROOT.matcher(text);
        if (!root.find()) return text;
        String closing = "</" + root.group(1) + ">";
        int last = text.lastIndexOf("</");
        boolean cut = last >= 0 && text.length() - last < closing.length() && closing.startsWith(text.substring(last));
        boolean inDialog = last >= 0 && text.lastIndexOf("<") != last;
        return cut && !inDialog ? text.substring(0, last) + closing : text;
    }
}
