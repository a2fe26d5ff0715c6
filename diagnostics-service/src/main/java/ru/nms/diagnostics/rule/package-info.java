/// What the region's profile says about diagnostics: areas, providers, occasions, thresholds, pass marks.
@NullMarked
package ru.nms.diagnostics.rule;

import org.jspecify.annotations.NullMarked;
