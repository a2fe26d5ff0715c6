package ru.nms.platform.region;

import java.util.HashSet;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fills what the main job cannot do without and the region's sources do not give. Every filled place and every
/// overridden one says whose it is, so that nobody takes a product default for the region's law.
final class ProfileDefaults {

    private static final String FILE = "defaults.yml";

    private final JsonNode defaults;

    ProfileDefaults() {
        var faults = new Faults(FILE);
        defaults = ProfileYaml.tree(ProfileFolder.bundled(), FILE, faults);
        if (!faults.found().isEmpty()) {
            throw new InvalidRegionProfile(faults.found());
        }
    }

    void fill(ObjectNode profile) {
        for (var part : new String[] {"terms", "people", "methodist", "diagnostics", "iom", "monitoring"}) {
            section(profile, part);
        }
        fill(profile, "diagnostics", "thresholds");
        fill(profile, "diagnostics", "occasions");
        fill(profile, "monitoring", "period");
        fill(profile, "people", "overload");
        fillForms(section(profile, "people"));
        fillStructure(section(profile, "iom"));
        fillKinds(profile);
        fillDeadlines(profile);
        fillLabels(profile);
    }

    private static ObjectNode section(ObjectNode profile, String name) {
        return profile.get(name) instanceof ObjectNode there ? there : profile.putObject(name);
    }

    private void fill(ObjectNode profile, String part, String rule) {
        var target = section(profile, part);
        if (target.get(rule) instanceof ObjectNode own) {
            own.put("origin", Origin.REGION.name());
        } else {
            target.set(rule, ofProduct(defaults.get(part).get(rule)));
        }
    }

    /// A region that supports young teachers and does not say how.
    private void fillForms(ObjectNode people) {
        if (people.path("supportForms").isEmpty() && people.get("youngTeacher") instanceof ObjectNode) {
            var forms = people.putArray("supportForms");
            defaults.get("people").get("supportForms").forEach(form -> forms.add(ofProduct(form)));
        } else {
            people.path("supportForms").forEach(form -> ((ObjectNode) form).put("origin", Origin.REGION.name()));
        }
    }

    private static ObjectNode ofProduct(JsonNode rule) {
        var copy = (ObjectNode) rule.deepCopy();
        return copy.put("origin", Origin.PRODUCT_DEFAULT.name());
    }

    /// A region with a form of its own has its structure in it.
    private void fillStructure(ObjectNode iom) {
        if (iom.get("template") instanceof ObjectNode template && !(iom.get("structure") instanceof ObjectNode)) {
            var structure = iom.putObject("structure").put("origin", Origin.REGION.name());
            structure.set("sections", template.get("sections").deepCopy());
            structure.set("source", template.get("source"));
        } else if (iom.get("structure") instanceof ObjectNode own) {
            own.put("origin", Origin.REGION.name());
        } else {
            iom.set("structure", ofProduct(defaults.get("iom").get("structure")));
        }
    }

    /// Teachers work somewhere, even where the source names no such kind.
    private void fillKinds(ObjectNode profile) {
        var kinds = profile.withArray("organisationKinds");
        var employer = false;
        for (var kind : kinds) {
            ((ObjectNode) kind).put("origin", Origin.REGION.name());
            employer |= kind.path("employsTeachers").asBoolean(false);
        }
        if (!employer) {
            var levels = profile.get("levels");
            kinds.add(ofProduct(defaults.get("employer")).put("employsTeachers", true)
                    .put("level", levels.get(levels.size() - 1).get("code").stringValue()));
        }
    }

    private void fillDeadlines(ObjectNode profile) {
        var own = profile.get("deadlines") instanceof ArrayNode given ? given : profile.putArray("deadlines");
        var known = new HashSet<String>();
        for (var deadline : own) {
            ((ObjectNode) deadline).put("origin", Origin.REGION.name());
            known.add(deadline.get("code").stringValue());
        }
        for (var deadline : defaults.get("deadlines")) {
            if (!known.contains(deadline.get("code").stringValue())) {
                own.add(ofProduct(deadline));
            }
        }
    }

    private void fillLabels(ObjectNode profile) {
        var labels = section(profile, "labels");
        defaults.get("labels").properties().stream()
                .filter(label -> !labels.has(label.getKey()))
                .forEach(label -> labels.set(label.getKey(), label.getValue()));
    }

    /// Codes the product has a Russian name for: the words a profile may use beyond its own.
    Set<String> words() {
        return new HashSet<>(defaults.get("labels").propertyNames());
    }
}
