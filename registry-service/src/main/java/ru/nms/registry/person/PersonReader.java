package ru.nms.registry.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.r2dbc.spi.Readable;
import ru.nms.platform.region.YoungTeacherRule.Interval;
import ru.nms.registry.person.Card.Category;
import ru.nms.registry.person.Card.Education;
import ru.nms.registry.person.Card.Graduation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Turns a row of [PersonStore] into a person.
final class PersonReader {

    private static final TypeReference<List<Post>> POSTS = new TypeReference<>() {};
    private static final TypeReference<List<SubjectProfile>> PROFILES = new TypeReference<>() {};
    private static final TypeReference<List<Interval>> STRETCHES = new TypeReference<>() {};

    private final JsonMapper json;

    PersonReader(JsonMapper json) {
        this.json = json;
    }

    Person read(Readable row) {
        return new Person(row.get("id", UUID.class), row.get("version", Long.class), row.get("created_at", Instant.class),
                row.get("changed_at", Instant.class), card(row), json.readValue(row.get("young", String.class), STRETCHES));
    }

    private Card card(Readable row) {
        var category = row.get("category", String.class);
        return new Card(row.get("external_id", String.class), row.get("last_name", String.class),
                row.get("first_name", String.class), row.get("patronymic", String.class),
                row.get("birth_date", LocalDate.class), category == null ? null : Category.valueOf(category),
                row.get("attested_on", LocalDate.class), education(row), row.get("speciality_since", LocalDate.class),
                graduation(row), json.readValue(row.get("subject_profiles", String.class), PROFILES),
                json.readValue(row.get("posts", String.class), POSTS));
    }

    private static @Nullable Graduation graduation(Readable row) {
        var on = row.get("graduated_on", LocalDate.class);
        return on == null ? null : new Graduation(row.get("graduated_from", String.class), on);
    }

    private static @Nullable Education education(Readable row) {
        var level = row.get("education_level", String.class);
        return level == null ? null : new Education(Education.Level.valueOf(level),
                row.get("education_pedagogical", Boolean.class), row.get("education_profile", String.class));
    }

}
