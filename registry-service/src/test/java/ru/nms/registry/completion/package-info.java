@NullMarked
package ru.nms.registry.completion;

import org.jspecify.annotations.NullMarked;
