/// Bulk imports: a file becomes a job that reports row by row, survives a crash and can be repeated without harm.
@NullMarked
package ru.nms.platform.imports;

import org.jspecify.annotations.NullMarked;
