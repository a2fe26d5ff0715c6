package ru.nms.platform.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads one profile with its earlier editions: text, form, references; and only when all is well, records.
final class ProfileLoading {

    /// A file and what it says; missing when it says nothing readable.
    private record Edition(String file, JsonNode tree) {

        String text(String name) {
            return tree.path(name).asString("");
        }
    }

    /// Of the product, so the same for every profile of the process.
    private static final ProfileSchema SCHEMA = new ProfileSchema();
    private static final ProfileDefaults DEFAULTS = new ProfileDefaults();
    private static final CrossReferences REFERENCES = new CrossReferences(DEFAULTS.words());

    private final ProfileFolder folder;
    private final List<ProfileFault> faults = new ArrayList<>();

    ProfileLoading(ProfileFolder folder) {
        this.folder = folder;
    }

    RegionProfile load(String file) {
        var newest = checked(file);
        var earlier = new ArrayList<Edition>();
        newest.tree().path("previous").forEach(previous -> earlier.add(checked(previous.asString(""))));
        earlier.removeIf(edition -> !edition.tree().isObject());
        earlier.sort(Comparator.comparing((Edition edition) -> edition.text("validFrom")).reversed());
        succession(newest, earlier);
        if (!faults.isEmpty()) {
            throw new InvalidRegionProfile(faults);
        }
        var editions = filled(newest.tree());
        earlier.forEach(edition -> editions.withArray("earlier").add(filled(edition.tree())));
        return ProfileYaml.profile(editions, file);
    }

    private Edition checked(String file) {
        var found = new Faults(file);
        var tree = ProfileYaml.tree(folder, file, found);
        if (tree.isObject()) {
            SCHEMA.check(tree, found);
            REFERENCES.check(tree, found);
        }
        faults.addAll(found.found());
        return new Edition(file, tree);
    }

    /// Each edition holds from a later day, and has a higher version, than the one before it.
    private void succession(Edition newest, List<Edition> earlier) {
        var later = newest;
        for (var edition : earlier) {
            var found = new Faults(edition.file());
            if (!edition.text("code").equals(newest.text("code"))) {
                found.add("/code", "This is a profile of \"%s\", but an earlier edition of \"%s\" is wanted.",
                        edition.text("code"), newest.text("code"));
            }
            if (edition.text("validFrom").compareTo(later.text("validFrom")) >= 0) {
                found.add("/validFrom", "This edition is no earlier than %s, which holds from %s.",
                        later.file(), later.text("validFrom"));
            }
            if (edition.tree().path("version").asInt(0) >= later.tree().path("version").asInt(0)) {
                found.add("/version", "The version is not lower than that of %s, which replaced it.", later.file());
            }
            faults.addAll(found.found());
            later = edition;
        }
    }

    private ObjectNode filled(JsonNode edition) {
        var profile = (ObjectNode) edition;
        profile.remove(List.of("schemaVersion", "previous"));
        DEFAULTS.fill(profile);
        return profile;
    }
}
