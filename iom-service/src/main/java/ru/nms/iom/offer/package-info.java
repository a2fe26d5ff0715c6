/// What a route can be filled with: published events, learnt from the events service.
@NullMarked
package ru.nms.iom.offer;

import org.jspecify.annotations.NullMarked;
