@NullMarked
package ru.nms.registry.mms;

import org.jspecify.annotations.NullMarked;
