package ru.nms.registry.municipality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import ru.nms.platform.region.RegionProfile;

/// What has to be written so that the registry knows the municipalities of the profile: new ones, changed ones, and
/// those the profile dropped, which are closed and kept because people and reports refer to them.
final class MunicipalityPlan {

    private MunicipalityPlan() {}

    static List<Municipality> of(List<Municipality> known, RegionProfile profile, LocalDate today, Instant now,
                                 Supplier<UUID> ids) {
        var left = new HashMap<String, Municipality>();
        known.forEach(municipality -> left.put(municipality.code(), municipality));
        List<Municipality> changes = new ArrayList<>();
        for (var source : profile.municipalities()) {
            var fresh = Municipality.of(source, profile, ids.get(), now);
            var mine = left.remove(source.code());
            if (mine == null) {
                changes.add(fresh);
            } else if (!mine.says(fresh)) {
                changes.add(mine.become(fresh));
            }
        }
        left.values().stream().filter(gone -> gone.closedOn() == null)
                .forEach(gone -> changes.add(gone.close(today, now)));
        return changes;
    }
}
