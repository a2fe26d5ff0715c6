package ru.nms.platform.table;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// A file that cannot be read any further. What the parser said stays inside: people get the code, its text and the place.
public final class TableProblem extends RuntimeException {

    private final String code;
    private final transient List<Object> args;
    private final @Nullable Integer row;
    private final transient List<RowFault> faults;

    private TableProblem(TableCode code, List<Object> args, @Nullable Integer row, List<RowFault> faults) {
        super(row == null ? code.code() : code.code() + " at row " + row, null, false, false);
        this.code = code.code();
        this.args = args;
        this.row = row;
        this.faults = faults;
    }

    static TableProblem of(TableCode code, Object... args) {
        return new TableProblem(code, List.of(args), null, List.of());
    }

    static TableProblem at(int row, TableCode code) {
        return new TableProblem(code, List.of(row), row, List.of());
    }

    /// The header: everything that is wrong with it at once.
    static TableProblem header(int row, List<RowFault> faults) {
        return new TableProblem(TableCode.HEADER_WRONG, List.of(row), row, List.copyOf(faults));
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }

    /// The row where reading ended, where that is known.
    public @Nullable Integer row() {
        return row;
    }

    /// The single faults of a header; empty for any other problem.
    public List<RowFault> faults() {
        return faults;
    }

    /// What to tell a person; Russian unless the locale is English.
    public String text(Locale locale) {
        return Messages.text(code, args, locale);
    }
}
