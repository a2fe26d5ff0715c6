/// The regional methodists' body (РМА): its list, roadmap, activities, coordinators, and its public page.
@NullMarked
package ru.nms.registry.rma;

import org.jspecify.annotations.NullMarked;
