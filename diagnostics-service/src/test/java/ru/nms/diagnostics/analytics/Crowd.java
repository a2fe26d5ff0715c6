package ru.nms.diagnostics.analytics;

import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import ru.nms.diagnostics.Api;
import ru.nms.diagnostics.DiagnosticsApplication;
import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.ServiceUnderTest;

/// People at places as the registry is taken to have told them, and their results.
record Crowd(ServiceUnderTest service) {

    /// A service with a database in which nobody else is.
    static Crowd of(String region, String whose) {
        return new Crowd(ServiceUnderTest.start(DiagnosticsApplication.class, "diagnostics", "nms.region=" + region,
                ServiceUnderTest.NO_KAFKA, "test.whose=" + whose));
    }

    Api as(Role role) {
        return new Api(service.as(role));
    }

    UUID municipality(String name, @Nullable String territoryType, @Nullable String district) {
        var id = UUID.randomUUID();
        run("INSERT INTO municipality (id, epoch, version, name, territory_type, groupings) VALUES (:id, 1, 1, :name, :type, CAST(:groupings AS jsonb))",
                "id", id, "name", name, "type", Parameters.in(R2dbcType.VARCHAR, territoryType), "groupings",
                district == null ? "{}" : "{\"EDUCATION_DISTRICT\": \"%s\"}".formatted(district));
        return id;
    }

    UUID person(boolean young) {
        var id = UUID.randomUUID();
        run("INSERT INTO person (id, epoch, version, category, young_from, young_until) VALUES (:id, 1, 1, 'FIRST', :from, :until)", "id", id,
                "from", Parameters.in(R2dbcType.DATE, young ? java.time.LocalDate.of(2020, 1, 1) : null),
                "until", Parameters.in(R2dbcType.DATE, young ? java.time.LocalDate.of(2040, 1, 1) : null));
        return id;
    }

    void works(UUID person, UUID municipality, UUID organisation, boolean teaching, String subject) {
        run("""
                INSERT INTO person_post (person_id, organisation_id, municipality_id, position, teaching, management, subjects, since)
                VALUES (:person, :organisation, :municipality, 'TEACHER', :teaching, false, ARRAY[:subject], DATE '2015-09-01')""",
                "person", person, "organisation", organisation, "municipality", municipality, "teaching", teaching, "subject", subject);
    }

    UUID teacher(UUID municipality, String subject) {
        var id = person(false);
        works(id, municipality, UUID.randomUUID(), true, subject);
        return id;
    }

    /// So many teachers, each with so many points of 100 in a competence area.
    Stream<UUID> measured(int many, UUID municipality, String subject, String day, String competence, String points) {
        return IntStream.range(0, many).mapToObj(n -> {
            var person = teacher(municipality, subject);
            result(person, "CNPPM_DIAGNOSTICS", day, competence, points);
            return person;
        }).toList().stream();
    }

    void result(UUID person, String procedure, String day, String competence, String points) {
        as(Role.COORDINATOR).made("results", """
                {"personId": "%s", "procedure": "%s", "provider": "CNPPM", "takenOn": "%s",
                 "scores": [{"competence": "%s", "points": %s, "maximum": 100}]}""".formatted(person, procedure, day, competence, points));
    }

    void run(String sql, Object... namesAndValues) {
        var spec = service.bean(DatabaseClient.class).sql(sql);
        for (int n = 0; n < namesAndValues.length; n += 2) {
            spec = spec.bind(String.valueOf(namesAndValues[n]), namesAndValues[n + 1]);
        }
        service.inTransaction(spec.fetch().rowsUpdated());
    }
}
