@NullMarked
package ru.nms.iom.route;

import org.jspecify.annotations.NullMarked;
