/// Mentoring: pairs and groups, what happens in them, the target model, teams that mentor teams, programmes.
@NullMarked
package ru.nms.registry.mentoring;

import org.jspecify.annotations.NullMarked;
