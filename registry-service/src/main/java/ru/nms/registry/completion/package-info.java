/// Who completed, applied for or had recognised which training.
@NullMarked
package ru.nms.registry.completion;

import org.jspecify.annotations.NullMarked;
