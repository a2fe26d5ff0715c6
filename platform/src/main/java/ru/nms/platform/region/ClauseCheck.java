package ru.nms.platform.region;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every clause leads to a document of the profile and to lines inside it, so that a reader can look it up.
final class ClauseCheck implements ProfileCheck {

    private static final Set<String> CLAUSES = Set.of("source", "bandsSource", "tasksSource");
    private static final Pattern LINES = Pattern.compile("(\\d{1,7})(?:-(\\d{1,7}))?");

    private record Lines(int from, int to) {

        boolean covers(Lines other) {
            return from <= other.from && other.to <= to;
        }
    }

    @Override
    public void check(Spot profile, Faults faults) {
        var documents = new LinkedHashMap<String, String>();
        profile.items("documents").forEach(document -> documents.put(document.text("code"), document.text("lines")));
        walk(profile, documents, faults);
    }

    private static void walk(Spot spot, Map<String, String> documents, Faults faults) {
        if (CLAUSES.contains(spot.key()) && spot.node().isString()) {
            Source.of(spot.text()).places().forEach(place -> check(spot, place, documents, faults));
        }
        spot.items().forEach(item -> walk(item, documents, faults));
        spot.entries().forEach(entry -> walk(entry, documents, faults));
    }

    private static void check(Spot clause, Source.Place place, Map<String, String> documents, Faults faults) {
        var document = documents.get(place.document());
        if (document == null) {
            References.check(clause, documents.keySet(), "a clause in one of the documents", faults);
        } else if (place.lines() != null && !inside(place.lines(), document)) {
            faults.add(clause.path(), "Lines %s lie outside document %s, which has lines %s.",
                    place.lines(), place.document(), document);
        }
    }

    private static boolean inside(String lines, String document) {
        var whole = LINES.matcher(document);
        return !whole.matches() || Arrays.stream(lines.split(",")).map(LINES::matcher)
                .allMatch(part -> part.matches() && parse(whole).covers(parse(part)));
    }

    private static Lines parse(Matcher lines) {
        var from = Integer.parseInt(lines.group(1));
        return new Lines(from, lines.group(2) == null ? from : Integer.parseInt(lines.group(2)));
    }
}
