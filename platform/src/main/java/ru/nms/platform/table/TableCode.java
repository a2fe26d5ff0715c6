package ru.nms.platform.table;

import java.util.Locale;

/// Everything that can be wrong with a table. The code is stable; its texts stand in the `table` bundles.
enum TableCode {

    FILE_EMPTY, FILE_NOT_TABLE, FILE_XLS, FILE_NOT_XLSX, FILE_BROKEN, FILE_BOMB, FILE_ENCODING,
    FILE_TOO_MANY_ROWS, FILE_TOO_MANY_COLUMNS,
    CSV_QUOTES, CSV_TOO_LONG,
    HEADER_WRONG, HEADER_UNKNOWN, HEADER_MISSING, HEADER_DUPLICATE,
    ROW_EXTRA_CELLS,
    CELL_REQUIRED, CELL_TOO_LONG, CELL_DATE, CELL_INTEGER, CELL_DECIMAL, CELL_BOOL, CELL_CODE, CELL_ERROR;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
