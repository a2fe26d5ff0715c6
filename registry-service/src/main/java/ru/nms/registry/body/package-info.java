/// Method bodies such as RUMO, their members, proposals and expertise, and marks of providers.
@NullMarked
package ru.nms.registry.body;

import org.jspecify.annotations.NullMarked;
