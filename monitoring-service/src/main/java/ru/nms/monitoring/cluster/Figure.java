package ru.nms.monitoring.cluster;

import org.jspecify.annotations.Nullable;

/// A number of people from two sources: what the records say and what the municipality reported for the year.
///
/// @param recorded absent while no records were heard
/// @param reported absent when nothing was reported for the year
record Figure(@Nullable Long recorded, @Nullable Long reported) {

    enum Basis { RECORDS, REPORTED }

    /// Records, where there are any; a municipality that keeps none yet goes by what it reported.
    @Nullable Basis basis() {
        if (recorded != null && (recorded > 0 || reported == null)) {
            return Basis.RECORDS;
        }
        return reported == null ? null : Basis.REPORTED;
    }

    @Nullable Long used() {
        return basis() == Basis.RECORDS ? recorded : reported;
    }

    /// How far the records are above what was reported; absent when both agree or only one is there.
    @Nullable Long difference() {
        return basis() != Basis.RECORDS || recorded == null || reported == null || recorded.equals(reported) ? null
                : Long.valueOf(recorded - reported);
    }
}
