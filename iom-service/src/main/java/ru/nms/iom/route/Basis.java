package ru.nms.iom.route;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.platform.region.Origin;

/// What a route was drawn up from, kept as it was known on that day.
///
/// @param resultId  the newest diagnostic result; absent when the route has none
/// @param takenOn   when that diagnosis was taken
/// @param form      the region's form, or `NEUTRAL`
/// @param origin    whose structure it is: neutral structures are a product default
/// @param dataAsOf  when the newest deficit that was known here had changed
/// @param notLearnt topics that had never spoken to this service: what they say is absent, not empty
@JsonInclude(JsonInclude.Include.NON_NULL)
record Basis(@Nullable UUID resultId, @Nullable LocalDate takenOn, String form, Origin origin,
             @Nullable Instant dataAsOf, List<String> notLearnt) {

    boolean byDiagnostics() {
        return resultId != null;
    }
}
