/// How regional methodists are assessed and trained: rounds of assessment, courses of the academy.
@NullMarked
package ru.nms.registry.training;

import org.jspecify.annotations.NullMarked;
