/// Lists: filters, sort orders, signed keyset cursors and counts, described once per collection.
@NullMarked
package ru.nms.platform.list;

import org.jspecify.annotations.NullMarked;
