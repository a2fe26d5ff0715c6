package ru.nms.registry.municipality;

import java.util.Map;
import java.util.TreeMap;

import ru.nms.platform.region.Municipality;
import ru.nms.platform.region.Territory;

/// Which unit of which grouping a municipality belongs to. The profile names units only; codes of units are unique.
final class Groupings {

    private Groupings() {}

    static Map<String, String> of(Municipality municipality, Territory territory) {
        Map<String, String> units = new TreeMap<>();
        for (var grouping : territory.groupings()) {
            grouping.units().stream()
                    .filter(unit -> municipality.groupings().contains(unit.code()))
                    .forEach(unit -> units.put(grouping.code(), unit.code()));
        }
        return units;
    }
}
