/// With what is measured: instruments, their editions and tasks. Keys are written by those who make an instrument and
/// are read by nobody while a campaign with any of its editions is planned or runs.
@NullMarked
package ru.nms.diagnostics.instrument;

import org.jspecify.annotations.NullMarked;
