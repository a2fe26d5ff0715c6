/// Internship and innovation sites: their places, programmes and those who learnt there.
@NullMarked
package ru.nms.registry.site;

import org.jspecify.annotations.NullMarked;
