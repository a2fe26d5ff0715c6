@NullMarked
package ru.nms.iom.person;

import org.jspecify.annotations.NullMarked;
