/// Who calls, what they may do, whose data they may see, and the record of who saw what.
@NullMarked
package ru.nms.platform.access;

import org.jspecify.annotations.NullMarked;
