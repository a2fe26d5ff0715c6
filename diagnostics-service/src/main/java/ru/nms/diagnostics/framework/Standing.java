package ru.nms.diagnostics.framework;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/// How somebody stands in a competence, by tasks of their own or by what stands below it.
///
/// @param mastery by the rule of the competence where it has one, else by the threshold of the scale; `NO_DATA` without a scale
/// @param level   of the scale; absent without one, and where what stands below was read by different ones
public record Standing(String code, String title, BigDecimal points, BigDecimal maximum, Mastery mastery, Scale.@Nullable Level level) {

    /// What tasks of one competence gave.
    ///
    /// @param scale of the instrument, if it has one
    public record Measure(BigDecimal points, BigDecimal maximum, @Nullable Scale scale) {

        Mastery mastery() {
            return scale == null ? Mastery.NO_DATA : scale.mastery(points, maximum);
        }

        Scale.@Nullable Level level() {
            return scale == null ? null : scale.level(points, maximum);
        }

        Measure plus(Measure other) {
            return new Measure(points.add(other.points), maximum.add(other.maximum), scale != null && scale.equals(other.scale) ? scale : null);
        }
    }
}
