package ru.nms.platform.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads one profile with its earlier editions: text, form, references; and only when all is well, records.
final class ProfileLoading {

    private final ProfileFolder folder;
    private final ProfileSchema schema = new ProfileSchema();
    private final ProfileDefaults defaults = new ProfileDefaults();
    private final List<ProfileFault> faults = new ArrayList<>();

    ProfileLoading(ProfileFolder folder) {
        this.folder = folder;
    }

    RegionProfile load(String file) {
        var newest = checked(file);
        var earlier = new ArrayList<JsonNode>();
        for (var previous : newest.path("previous")) {
            earlier.add(checked(previous.asString()));
        }
        if (!faults.isEmpty()) {
            throw new InvalidRegionProfile(faults);
        }
        var editions = (ObjectNode) filled(newest);
        earlier.sort(Comparator.comparing((JsonNode edition) -> edition.path("validFrom").asString()).reversed());
        earlier.forEach(edition -> editions.withArray("earlier").add(filled(edition)));
        return ProfileYaml.profile(editions);
    }

    private JsonNode checked(String file) {
        var found = new Faults(file);
        var tree = ProfileYaml.tree(folder, file, found);
        if (tree.isObject()) {
            schema.check(tree, found);
        }
        faults.addAll(found.found());
        return tree;
    }

    private JsonNode filled(JsonNode edition) {
        var profile = (ObjectNode) edition;
        profile.remove(List.of("schemaVersion", "previous"));
        defaults.fill(profile);
        return profile;
    }
}
