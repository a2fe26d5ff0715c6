@NullMarked
package ru.nms.iom.need;

import org.jspecify.annotations.NullMarked;
