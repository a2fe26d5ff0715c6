@NullMarked
package ru.nms.registry.mentoring;

import org.jspecify.annotations.NullMarked;
