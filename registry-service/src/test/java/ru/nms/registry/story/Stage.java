package ru.nms.registry.story;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import ru.nms.platform.region.Level;
import ru.nms.platform.region.OrganisationKind;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.RegionProfiles;
import ru.nms.platform.testkit.InventedRegion;
import ru.nms.platform.testkit.ServiceUnderTest;
import ru.nms.registry.Region;
import ru.nms.registry.RegistryApplication;

/// The registry of one region, and what its profile lets a story speak of.
record Stage(RegionProfile profile, Region region) {

    /// The five regions, and one that exists in a file only.
    static Stream<String> regions() {
        return Stream.of("perm", "sevastopol", "arkhangelsk", "kuzbass", "tyumen", InventedRegion.file());
    }

    /// A registry of its own: other tests count what they made.
    static Stage of(String region) {
        return new Stage(RegionProfiles.load(region), new Region(ServiceUnderTest.start(RegistryApplication.class, "registry",
                "nms.region=" + region, ServiceUnderTest.NO_KAFKA)));
    }

    List<OrganisationKind> kinds() {
        return profile.organisationKinds().stream().filter(it -> profile.level(it.level()).filter(Level::inRegion).isPresent())
                .filter(it -> it.subkinds().isEmpty()).toList();
    }

    /// What teachers work in here.
    OrganisationKind employer() {
        return kinds().stream().filter(OrganisationKind::employsTeachers).findFirst().orElseThrow();
    }

    /// A body of an organisation with the kind, wherever the region has it.
    String organisation(OrganisationKind kind, String name) {
        return organisation(kind.kind(), kind.level(), name);
    }

    String organisation(String kind, String level, String name) {
        boolean regional = level.equals(profile.levels().stream().filter(Level::inRegion).findFirst().orElseThrow().code());
        return """
                {"kind": "%s", "level": "%s", "name": "%s", "municipalityId": %s}""".formatted(kind, level, name,
                regional ? "null" : region.municipality());
    }

    UUID school(String name) {
        return region.created("organisations", organisation(employer(), name));
    }

    UUID teacher(UUID school, String lastName, String birthDate, String since) {
        return region.created("people", """
                {"lastName": "%s", "firstName": "Имя", "birthDate": "%s", "posts": [{"organisationId": "%s", "position": "TEACHER",
                 "subjects": ["Физика"], "since": "%s"}]}""".formatted(lastName, birthDate, school, since));
    }
}
