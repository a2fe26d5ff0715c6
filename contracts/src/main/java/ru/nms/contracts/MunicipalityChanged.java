package ru.nms.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// A municipality of the region.
///
/// @param code            stable code from the region profile
/// @param territoryType   code from the profile (`CITY`, `RURAL` …), absent where the profile has none
/// @param groupings       unit by grouping: `EDUCATION_DISTRICT` → `ISHIM`
/// @param methodists      municipal methodists as reported, by year
/// @param teachersReported teachers as reported, by year; may differ from the records
/// @param closedOn       the day from which the region knows it no more
public record MunicipalityChanged(UUID eventId, UUID subject, long epoch, long version, Instant occurredAt,
                                  String code, String name, List<String> aliases, @Nullable String territoryType,
                                  Map<String, String> groupings, Map<Integer, Integer> methodists,
                                  Map<Integer, Integer> teachersReported, @Nullable LocalDate closedOn) implements Event {

    public static final Topic<MunicipalityChanged> TOPIC =
            new Topic<>("registry.municipality.v1", MunicipalityChanged.class);
}
