@NullMarked
package ru.nms.iom.offer;

import org.jspecify.annotations.NullMarked;
