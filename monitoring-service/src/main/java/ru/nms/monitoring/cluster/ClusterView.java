package ru.nms.monitoring.cluster;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.monitoring.cluster.Figure.Basis;
import ru.nms.monitoring.cluster.Staffing.Flag;
import ru.nms.platform.region.Cluster;
import ru.nms.platform.region.Cluster.Band;
import ru.nms.platform.region.Source;

/// A cluster of one year.
///
/// @param year       the base year of the figures
/// @param measuredOn the day on which the records were counted
/// @param bands      from and to are both inside; the ratio is rounded to a whole number before it is compared
/// @param total      of the whole region: sum over sum
record ClusterView(String code, String title, int year, LocalDate measuredOn, List<Band> bands, @Nullable Source source,
                   List<Item> items, Total total) {

    /// One municipality.
    ///
    /// @param basis            whether `teachers` are counted from the records or reported
    /// @param methodistsBasis  the same of `methodists`
    /// @param teachersReported as reported for the year
    /// @param difference       records less report, where they differ
    record Item(UUID municipalityId, String name, @Nullable Long teachers, @Nullable Long methodists,
                @Nullable BigDecimal ratio, @Nullable Integer level, @Nullable Flag flag, @Nullable Basis basis,
                @Nullable Basis methodistsBasis, @Nullable Long teachersReported, @Nullable Long difference) {

        static Item of(StaffingStore.Row row, Cluster cluster) {
            var teachers = new Figure(row.teachers(), row.teachersReported());
            var methodists = new Figure(row.methodists(), row.methodistsReported());
            var staffing = Staffing.of(teachers.used(), methodists.used(), cluster);
            return new Item(row.id(), row.name(), staffing.teachers(), staffing.methodists(), staffing.ratio(),
                    staffing.level(), staffing.flag(), teachers.basis(), methodists.basis(), teachers.reported(),
                    teachers.difference());
        }

        Staffing staffing() {
            return new Staffing(teachers, methodists, ratio, level, flag);
        }
    }

    /// The region. It has no level: levels compare municipalities.
    record Total(@Nullable Long teachers, @Nullable Long methodists, @Nullable BigDecimal ratio) {

        static Total of(List<Item> items, Cluster cluster) {
            var sum = Staffing.total(items.stream().map(Item::staffing).toList(), cluster);
            return new Total(sum.teachers(), sum.methodists(), sum.ratio());
        }
    }
}
