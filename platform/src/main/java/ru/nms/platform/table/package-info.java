/// Tables that people send and receive: CSV and XLSX, read and written as streams. Pure mechanics: no database, no
/// business rule. What is accepted and how it is read stands in `docs/imports.md`.
@NullMarked
package ru.nms.platform.table;

import org.jspecify.annotations.NullMarked;
