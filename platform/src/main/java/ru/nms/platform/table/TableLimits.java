package ru.nms.platform.table;

/// What a file may cost the reader. Above a limit a file is refused, never half read in silence.
///
/// @param rows     data rows that are not empty
/// @param columns  columns of the header
/// @param cell     characters of one cell
/// @param unpacked bytes of all parts of an XLSX together, unpacked
/// @param ratio    how many times bigger than packed one part of an XLSX may be, once it is bigger than 32 MiB
/// @param entries  files inside an XLSX
public record TableLimits(int rows, int columns, int cell, long unpacked, int ratio, int entries) {

    public static final TableLimits DEFAULT = new TableLimits(2_000_000, 200, 4_000, 2L << 30, 200, 1_000);

    public TableLimits withRows(int rows) {
        return new TableLimits(rows, columns, cell, unpacked, ratio, entries);
    }
}
