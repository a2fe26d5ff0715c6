@NullMarked
package ru.nms.registry.person;

import org.jspecify.annotations.NullMarked;
