package ru.nms.diagnostics.provider;

import java.math.BigDecimal;

/// Points on one scale of a provider.
///
/// @param key the name of the scale, folded
record ProviderScore(String key, String code, BigDecimal points, BigDecimal maximum) {

    boolean says(ProviderScore other) {
        return key.equals(other.key) && points.compareTo(other.points) == 0 && maximum.compareTo(other.maximum) == 0;
    }
}
