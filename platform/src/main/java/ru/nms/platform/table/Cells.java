package ru.nms.platform.table;

import java.math.BigDecimal;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

/// A value as the text of a cell.
final class Cells {

    private Cells() {}

    /// Ready for a file: numbers with a decimal comma, as spreadsheets in Russian expect beside `;` (with a point, 1.5
    /// would open as the first of May), everything that is not a number safe from being run.
    static String written(@Nullable Object value) {
        return value instanceof Number number ? number(number) : Formulas.neutralise(text(value));
    }

    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? "да" : "нет";
            case Collection<?> many -> Values.joined(many.stream().map(Cells::text).toList());
            case Enum<?> constant -> constant.name();
            default -> value.toString();   // dates: ISO
        };
    }

    private static String number(Number number) {
        return isFinite(number) ? new BigDecimal(number.toString()).toPlainString().replace('.', ',') : "";
    }

    static boolean isFinite(Number number) {
        return !(number instanceof Double || number instanceof Float) || Double.isFinite(number.doubleValue());
    }
}
