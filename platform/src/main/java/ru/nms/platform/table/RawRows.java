package ru.nms.platform.table;

import java.io.Closeable;

import org.jspecify.annotations.Nullable;

/// The rows of a file, one after the other. Throws [TableProblem] where the file is no longer one.
interface RawRows extends Closeable {

    /// The next row, empty ones included; `null` after the last.
    @Nullable RawRow next();

    /// Days to add to the serial numbers of this file: 1462 where its calendar begins in 1904.
    default int dateShift() {
        return 0;
    }
}
