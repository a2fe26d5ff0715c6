/// Management teams, and the lists people stand on besides their posts: reserves, training lecturers, experts, officials.
@NullMarked
package ru.nms.registry.staff;

import org.jspecify.annotations.NullMarked;
