package ru.nms.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

import ru.nms.platform.access.Role;
import ru.nms.standalone.demo.Steps.Result;

/// The federal client pulls its copy and proves that it is complete.
final class Federation {

    private final Steps steps;
    private final Api.As federal;

    Federation(Steps steps, Api api) {
        this.steps = steps;
        this.federal = api.as(Role.FEDERAL);
    }

    void play() {
        steps.part("The federal side");
        steps.step("state of all services", () -> {
            var services = federal.get("/api/sync/v1/state").orFail().path("items");
            var available = services.values().stream().filter(it -> it.path("available").asBoolean()).count();
            Steps.require(available == 5, "%d of 5 services answer: %s", available, services);
            return Steps.said("%d services answer", available);
        });
        pull("people");
        pull("routes");
        pull("indicator-values");
    }

    private void pull(String collection) {
        steps.step("pull " + collection, () -> copy(collection));
    }

    private Result<Integer> copy(String collection) {
        var versions = new TreeMap<String, Long>();
        var path = "/api/sync/v1/" + collection;
        var page = federal.get(path + "/changes?limit=2000").orFail();
        take(page.path("items"), versions);
        while (page.path("more").asBoolean()) {
            page = federal.get(path + "/changes?limit=2000&after=" + page.path("next").asString()).orFail();
            take(page.path("items"), versions);
        }
        var proof = federal.get(path + "/checksum").orFail();
        Steps.require(proof.path("sha256").asString().equals(sha256(versions)), "the copy of %d differs from the owner's %d",
                versions.size(), proof.path("count").asLong());
        return new Result<>(versions.size(), "%d objects, checksum agrees".formatted(versions.size()));
    }

    private static void take(tools.jackson.databind.JsonNode items, TreeMap<String, Long> versions) {
        items.forEach(item -> {
            if (item.path("deleted").asBoolean()) {
                versions.remove(item.path("id").asString());
            } else {
                versions.put(item.path("id").asString(), item.path("version").asLong());
            }
        });
    }

    private static String sha256(TreeMap<String, Long> versions) {
        var lines = new StringBuilder();
        versions.forEach((id, version) -> lines.append(id).append(':').append(version).append('\n'));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
