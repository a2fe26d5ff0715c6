/// Campaigns: who takes which instrument and when, who was invited, reminded, came. Owns campaigns and participations; speaks
/// `diagnostics.participation.v1`.
@NullMarked
package ru.nms.diagnostics.campaign;

import org.jspecify.annotations.NullMarked;
