package ru.nms.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The people of one municipality by name: the first page of 50 and the last full one.
record Paging(Setting setting) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Deepest(String cursor, String id) {}

    void play() {
        var municipality = setting.people().registry().one("SELECT id FROM municipality ORDER BY code LIMIT 1");
        var path = Setting.REGISTRY + "?sort=name&municipalityId=" + municipality;
        var first = measure(path, Sql.page(municipality, ""));
        setting.report().ratio("page of 50, filtered and sorted, the first", first.ours(), first.limit(), "/s", 0.20);
        var deepest = deepest(path);
        if (deepest == null) {
            return;
        }
        var key = setting.people().registry().one("SELECT name_key FROM person WHERE id = '" + deepest.id() + "'");
        var last = measure(path + "&after=" + deepest.cursor(), Sql.page(municipality,
                "AND (p.name_key, p.id) > ('" + key + "', CAST('" + deepest.id() + "' AS uuid))"));
        setting.report().ratio("page of 50, filtered and sorted, the deepest", last.ours(), last.limit(), "/s", 0.20);
        setting.report().atMost("time of the deepest page, against the first", 1000 / last.ours(), 1000 / first.ours(), " ms", 1.2);
    }

    private Turns.Medians measure(String path, String select) {
        var request = Requests.get(path, setting.coordinator());
        return setting.turns().play(setting.load(setting.subject().registry(), 200, random -> request),
                setting.limit(Limit.script(Map.of(), select)));
    }

    /// Behind this cursor there is at least one full page.
    private @org.jspecify.annotations.Nullable Deepest deepest(String path) {
        List<Deepest> passed = new ArrayList<>();
        var token = setting.coordinator();
        try (var wire = new Wire(setting.subject().registry())) {
            var page = page(wire, path + "&limit=200", token);
            while (page.hasNonNull("next")) {
                var cursor = page.path("next").asString();
                passed.add(new Deepest(cursor, page.path("items").path(199).path("id").asString()));
                page = page(wire, path + "&limit=200&after=" + cursor, token);
            }
        }
        return passed.size() < 2 ? null : passed.get(passed.size() - 2);
    }

    private static JsonNode page(Wire wire, String path, String token) {
        int status = wire.send(Requests.get(path, token));
        if (status != 200) {
            throw new Broken(status + " " + wire.body());
        }
        return JSON.readTree(wire.body());
    }
}
