package ru.nms.platform.table;

import java.util.List;
import java.util.Locale;

/// One thing that is wrong in one row.
///
/// @param row    as the person sees it in a spreadsheet: from 1, the header counted
/// @param column the title of the column in the file
/// @param code   stable, documented in docs/imports.md; never with the value of the cell, which may be personal
/// @param args   what the texts mention, in their order
public record RowFault(int row, String column, String code, List<Object> args) {

    static RowFault of(int row, String column, TableCode code, Object... args) {
        return new RowFault(row, column, code.code(), List.of(args));
    }

    /// What to tell a person; Russian unless the locale is English.
    public String text(Locale locale) {
        return Messages.text(code, args, locale);
    }
}
