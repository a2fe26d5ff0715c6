package ru.nms.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;

/// A new person: the row, a post, two events and the kept answer, committed before the answer leaves.
record Creating(Setting setting) {

    private static final int ANY = 2_000_000_000;

    void play() {
        setting.people().makeTablesOfTheLimit();
        var token = setting.coordinator();
        var inserts = Limit.script(Map.of("a", ANY, "b", ANY), Sql.create());
        var rates = setting.turns().play(setting.load(setting.subject().registry(), 201,
                random -> request(token, random.nextInt(ANY))), setting.limit(inserts));
        setting.report().ratio("create a person, with outbox", rates.ours(), rates.limit(), "/s", 0.40);
        setting.subject().awaitQuiet();
    }

    static byte[] request(String token, int number) {
        var body = """
                {"lastName":"Педагог","firstName":"Номер","patronymic":"%d","birthDate":"1985-05-17","category":"FIRST",\
                "attestedOn":"2023-05-01","education":{"level":"HIGHER","pedagogical":true,"profile":"Физика"},\
                "posts":[{"organisationId":"%s","position":"TEACHER","subjects":["Физика"],"since":"2015-09-01",\
                "weeklyHours":18,"employment":"MAIN"}]}""".formatted(number, People.school(1));
        return Requests.post(Setting.REGISTRY, token, UUID.randomUUID().toString(), body.getBytes(UTF_8), "application/json");
    }
}
