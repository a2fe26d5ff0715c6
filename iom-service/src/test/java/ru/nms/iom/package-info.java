@NullMarked
package ru.nms.iom;

import org.jspecify.annotations.NullMarked;
