package ru.nms.registry.report;

import reactor.core.publisher.Flux;
import ru.nms.platform.table.Sheet;
import ru.nms.platform.table.Table;

/// A table of a report: an array in JSON, a sheet of the workbook.
///
/// @param municipal it tells municipalities apart, so that a region without their level has no such table
record Section<T>(String code, Table<T> table, Flux<T> rows, boolean municipal) {

    Section(String code, Table<T> table, Flux<T> rows) {
        this(code, table, rows, false);
    }

    Sheet sheet(ReportWords words) {
        return new Sheet(table.name(), table.titles(), rows.map(row -> words.row(table.row(row))));
    }
}
