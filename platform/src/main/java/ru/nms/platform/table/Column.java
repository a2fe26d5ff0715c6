package ru.nms.platform.table;

import java.util.List;

/// A column of a table: how it is named in files, what its cells hold, and what a template tells about it.
///
/// @param code     the name in code and in files made by machines
/// @param titles   Russian titles; the first is shown, the others are accepted
/// @param required the column must be in the header, and its cells filled
/// @param many     a cell holds a list of values
/// @param choices  the possible values of a coded column
/// @param secret   its cells are not kept among refused rows
/// @param whole    commas belong to its values: those of a list are apart by `;` or a line break alone
public record Column(String code, Kind kind, List<String> titles, boolean required, boolean many,
                     List<Choice> choices, String example, String hint, boolean secret, boolean whole) {

    public enum Kind { TEXT, DATE, INTEGER, DECIMAL, BOOL, CODE }

    /// A value of a coded column: people write any of the titles, or the code.
    public record Choice(String code, List<String> titles) {

        public static Choice of(String code, String... titles) {
            return new Choice(code, List.of(titles));
        }

        String title() {
            return titles.isEmpty() ? code : titles.getFirst();
        }
    }

    public Column {
        titles = List.copyOf(titles);
        choices = List.copyOf(choices);
        if (titles.isEmpty()) {
            throw new IllegalArgumentException("Column " + code + " needs a title.");
        }
    }

    public static Column of(String code, Kind kind, String... titles) {
        return new Column(code, kind, List.of(titles), false, false, List.of(), "", "", false, false);
    }

    public static Column text(String code, String... titles) {
        return of(code, Kind.TEXT, titles);
    }

    public static Column date(String code, String... titles) {
        return of(code, Kind.DATE, titles);
    }

    public static Column coded(String code, List<Choice> choices, String... titles) {
        return new Column(code, Kind.CODE, List.of(titles), false, false, choices, "", "", false, false);
    }

    public Column mandatory() {
        return new Column(code, kind, titles, true, many, choices, example, hint, secret, whole);
    }

    public Column multiple() {
        return new Column(code, kind, titles, required, true, choices, example, hint, secret, whole);
    }

    /// A list of values in which commas may stand.
    public Column sentences() {
        return new Column(code, kind, titles, required, true, choices, example, hint, secret, true);
    }

    public Column withExample(String example) {
        return new Column(code, kind, titles, required, many, choices, example, hint, secret, whole);
    }

    public Column withHint(String hint) {
        return new Column(code, kind, titles, required, many, choices, example, hint, secret, whole);
    }

    public Column hidden() {
        return new Column(code, kind, titles, required, many, choices, example, hint, true, whole);
    }

    String title() {
        return titles.getFirst();
    }
}
