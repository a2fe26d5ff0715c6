/// What is different in each region, as data: the profile, its rules and the checks that a profile file has to pass.
/// A profile is immutable; an absent rule is `null` or an empty list and means that its source says nothing.
@NullMarked
package ru.nms.platform.region;

import org.jspecify.annotations.NullMarked;
