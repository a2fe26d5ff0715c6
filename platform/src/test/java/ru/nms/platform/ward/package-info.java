/// A service that is sound, or lacks one check: the matrix must notice each.
@NullMarked
package ru.nms.platform.ward;

import org.jspecify.annotations.NullMarked;
