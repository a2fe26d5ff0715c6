package ru.nms.platform.document;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Writes XML. Every text is escaped, and what XML cannot hold is left out.
final class XmlText {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");

    /// An element with elements in it.
    XmlText in(String name, Map<String, String> attributes, Consumer<XmlText> inner) {
        out.append('<').append(name).append(text(attributes)).append('>');
        inner.accept(this);
        out.append("</").append(name).append('>');
        return this;
    }

    XmlText in(String name, Consumer<XmlText> inner) {
        return in(name, Map.of(), inner);
    }

    /// An element with a text in it.
    XmlText text(String name, String text) {
        return in(name, inner -> inner.plain(text));
    }

    /// A text in the element that is open.
    XmlText plain(String text) {
        out.append(escape(text));
        return this;
    }

    /// An element with nothing in it.
    XmlText empty(String name, Map<String, String> attributes) {
        out.append('<').append(name).append(text(attributes)).append("/>");
        return this;
    }

    /// An element that says one thing.
    XmlText value(String name, String value) {
        return empty(name, Map.of(name.startsWith("w:") ? "w:val" : "val", value));
    }

    private static String text(Map<String, String> attributes) {
        return attributes.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(it -> " " + it.getKey() + "=\"" + escape(it.getValue()) + "\"").collect(Collectors.joining());
    }

    private static String escape(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isAllowed).forEach(character -> {
            switch (character) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(character);
            }
        });
        return safe.toString();
    }

    private static boolean isAllowed(int character) {
        return character == '\t' || character == '\n' || character == '\r' || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD || character >= 0x10000;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
