package ru.nms.platform.imports;

import ru.nms.platform.table.Columns;

/// The empty table of a kind. Its form is that of the answer.
record ImportTemplate(String kind, Columns columns) {}
