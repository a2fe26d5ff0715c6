package ru.nms.registry.act;

import java.util.List;

import ru.nms.platform.region.RegionProfile;

/// Which concept documents the region's indicator asks of a municipal method service; none where it has no such indicator.
final class ConceptParts {

    private ConceptParts() {}

    static List<String> of(RegionProfile profile) {
        return profile.indicatorSets().stream().flatMap(set -> set.indicators().stream())
                .filter(indicator -> indicator.canonical().equals("concept_documents"))
                .flatMap(indicator -> indicator.parts().stream()).distinct().toList();
    }
}
