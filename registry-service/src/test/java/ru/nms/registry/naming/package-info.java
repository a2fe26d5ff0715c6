@NullMarked
package ru.nms.registry.naming;

import org.jspecify.annotations.NullMarked;
