package ru.nms.platform.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A report, part by part, in the order in which it is read.
public final class Document {

    /// What a document is made of.
    sealed interface Part {

        record Heading(int level, String text) implements Part {}

        record Paragraph(String text) implements Part {}

        record Grid(List<String> titles, List<? extends List<?>> rows) implements Part {}

        record Chart(String title, List<Bar> bars) implements Part {}
    }

    /// A bar of a chart.
    ///
    /// @param value absent where there is no data: then there is no bar, which is not one of height zero
    public record Bar(String label, @Nullable BigDecimal value) {}

    private final String title;
    private final List<Part> parts = new ArrayList<>();

    private Document(String title) {
        this.title = title;
    }

    public static Document titled(String title) {
        return new Document(title);
    }

    public Document heading(String text) {
        parts.add(new Part.Heading(1, text));
        return this;
    }

    public Document paragraph(String text) {
        parts.add(new Part.Paragraph(text));
        return this;
    }

    /// @param rows cells: texts, numbers, or nothing
    public Document table(List<String> titles, List<? extends List<?>> rows) {
        parts.add(new Part.Grid(titles, rows));
        return this;
    }

    /// Bars from left to right. Without any there is no chart.
    public Document chart(String text, List<Bar> bars) {
        if (!bars.isEmpty()) {
            parts.add(new Part.Chart(text, List.copyOf(bars)));
        }
        return this;
    }

    /// The document as a DOCX file.
    public byte[] docx() {
        return new DocxWriter(this).write();
    }

    String title() {
        return title;
    }

    List<Part> parts() {
        return parts;
    }
}
