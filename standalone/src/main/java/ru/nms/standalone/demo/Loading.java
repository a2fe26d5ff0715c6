package ru.nms.standalone.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.access.Role;
import ru.nms.standalone.demo.Steps.Result;
import ru.nms.standalone.identity.Identities;
import tools.jackson.databind.JsonNode;

/// Fills the registry by files, the way a region does on its first day.
final class Loading {

    private static final String REGISTRY = "/api/registry/v1";

    private final Steps steps;
    private final Api.As coordinator;
    private final GeneratedRegion region;
    private final Identities identities;

    Loading(Steps steps, Api api, GeneratedRegion region, Identities identities) {
        this.steps = steps;
        this.coordinator = api.as(Role.COORDINATOR);
        this.region = region;
        this.identities = identities;
    }

    Cast play() {
        steps.part("The region and its people");
        steps.step("the region profile", () -> {
            var profile = coordinator.get(REGISTRY + "/region-profile").orFail();
            return Steps.said("%s, %d levels, valid from %s", profile.path("name").asString(),
                    profile.path("levels").size(), profile.path("validFrom").asString());
        });
        var municipalities = steps.step("municipalities", this::municipalities);
        var centre = steps.step("the coordinating centre is registered", this::centre);
        load("organisations", region.organisations());
        load("people", region.people());
        var cast = steps.step("who plays in the main job", () -> cast(municipalities, centre));
        if (region.hasServices()) {
            steps.step("municipal methodists", () -> methodists(municipalities));
        }
        return cast;
    }

    private Result<Map<String, UUID>> municipalities() {
        Map<String, UUID> byName = new HashMap<>();
        var items = coordinator.get(REGISTRY + "/municipalities?sort=name&limit=200").orFail().path("items");
        items.forEach(item -> byName.put(item.path("name").asString(), id(item)));
        var wanted = region.places().stream().filter(place -> place.municipality() != null).count();
        Steps.require(byName.size() == wanted, "%d municipalities, the profile has %d", byName.size(), wanted);
        return new Result<>(byName, "%d".formatted(byName.size()));
    }

    private Result<UUID> centre() {
        var kind = region.coordinator();
        var made = coordinator.post(REGISTRY + "/organisations",
                Map.of("kind", kind.kind(), "level", kind.level(), "name", "Региональный центр (демонстрация)")).orFail();
        return new Result<>(id(made), made.path("name").asString());
    }

    private void load(String kind, String file) {
        steps.step(kind + ": check the file", () -> result(kind, "validate", file));
        steps.step(kind + ": load the file", () -> result(kind, "apply", file));
    }

    private Result<Boolean> result(String kind, String mode, String file) {
        var job = coordinator.upload(REGISTRY + "/imports", Map.of("kind", kind, "mode", mode), kind + ".csv", file).orFail();
        var ended = Steps.eventually("the end of the import", () -> {
            var now = coordinator.get(REGISTRY + "/imports/" + id(job)).orFail();
            return Optional.of(now).filter(it -> !it.path("status").asString().equals("RUNNING"));
        });
        long rows = file.lines().count() - 1;
        Steps.require(ended.path("status").asString().equals("DONE") && ended.path("created").asLong() == rows,
                "of %d rows: %s; first problem %s", rows, ended, coordinator.get(REGISTRY + "/imports/" + id(job)
                        + "/problems?limit=1").body());
        return Steps.said("%d rows, %d created, %d refused", rows, ended.path("created").asLong(),
                ended.path("refused").asLong());
    }

    private Result<Cast> cast(Map<String, UUID> municipalities, UUID centre) {
        var place = region.places().stream().filter(it -> it.teachers() > 20).findFirst().orElse(region.places().getFirst());
        @Nullable UUID municipality = municipalities.get(place.name());
        var where = municipality == null ? "" : "&municipalityId=" + municipality;
        var people = coordinator.get(REGISTRY + "/people?position=TEACHER&limit=21" + where).orFail().path("items");
        List<UUID> ids = new ArrayList<>();
        people.forEach(person -> ids.add(id(person)));
        var school = UUID.fromString(people.path(0).path("posts").path(0).path("organisationId").asString());
        var teacher = ids.removeFirst();
        var mentor = regionalMethodist(ids.getLast(), teacher);
        identities.describe(Role.TEACHER, teacher, school, municipality);
        identities.describe(Role.ORGANISATION, null, school, municipality);
        identities.describe(Role.METHODIST, mentor, null, null);
        identities.describe(Role.MUNICIPALITY, null, null, municipality);
        identities.describe(Role.PROVIDER, null, centre, null);
        return new Result<>(new Cast(teacher, school, municipality, ids, centre, region.coordinator().level(),
                region.diagnostician()),
                "a teacher of %s, their school and methodist".formatted(place.name().isEmpty() ? "the region" : place.name()));
    }

    private UUID regionalMethodist(UUID person, UUID teacher) {
        var methodist = coordinator.post(REGISTRY + "/methodists",
                Map.of("personId", person, "kind", "REGIONAL", "since", "2023-01-01")).orFail();
        coordinator.post(REGISTRY + "/assignments",
                Map.of("methodistId", id(methodist), "personId", teacher, "since", "2023-09-01")).orFail();
        return person;
    }

    private Result<Integer> methodists(Map<String, UUID> municipalities) {
        int appointed = 0;
        for (var place : region.places()) {
            var municipality = municipalities.get(place.name());
            var people = coordinator.get(REGISTRY + "/people?position=METHODIST&limit=200&municipalityId=" + municipality)
                    .orFail().path("items");
            for (var person : people) {
                coordinator.post(REGISTRY + "/methodists", Map.of("personId", id(person), "kind", "MUNICIPAL",
                        "municipalityId", String.valueOf(municipality), "since", "2022-09-01")).orFail();
                appointed++;
            }
        }
        Steps.require(appointed == region.methodists(), "%d appointed, %d reported", appointed, region.methodists());
        return new Result<>(appointed, "%d appointed".formatted(appointed));
    }

    static UUID id(JsonNode thing) {
        return UUID.fromString(thing.path("id").asString());
    }
}
