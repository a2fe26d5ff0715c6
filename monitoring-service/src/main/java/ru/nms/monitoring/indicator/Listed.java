package ru.nms.monitoring.indicator;

import ru.nms.platform.region.Indicator;

/// An indicator of a set, and how it is counted here.
///
/// @param set     code of the set
/// @param version of the profile edition
record Listed(String set, int version, Indicator indicator, Metric metric) {

    private static final String MANAGER = "MANAGER";

    /// Whether heads and their deputies count beside the teachers.
    boolean countsManagers() {
        return indicator.population().contains(MANAGER);
    }
}
