@NullMarked
package ru.nms.registry.community;

import org.jspecify.annotations.NullMarked;
