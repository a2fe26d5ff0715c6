package ru.nms.registry.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.region.Position;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.platform.table.Row;
import ru.nms.registry.identifier.Snils;
import ru.nms.registry.person.Card.Category;
import ru.nms.registry.person.Card.Education;
import ru.nms.registry.person.Card.Graduation;
import ru.nms.registry.person.Post.Employment;

/// A file of people: one row is one post of one person.
final class PeopleColumns {

    static final Columns ALL = Columns.of(
            Column.text("externalId", "Номер в исходной системе", "ID"),
            Column.text("lastName", "Фамилия").mandatory().withExample("Фамилия"),
            Column.text("firstName", "Имя").mandatory().withExample("Имя"),
            Column.text("patronymic", "Отчество"),
            Column.date("birthDate", "Дата рождения").withExample("17.05.1985"),
            Column.text("municipality", "Муниципалитет", "МО").withHint("Нужен, если название организации встречается не раз"),
            Column.text("organisation", "Организация", "Место работы").withHint("Пусто только у выпускника без места работы"),
            Column.coded("position", choices(Position.values(), Position::titles), "Должность"),
            Column.text("subjects", "Предметы", "Предмет").multiple().withExample("Физика; Астрономия"),
            Column.date("since", "Работает с", "Дата приёма").withExample("01.09.2020"),
            Column.date("until", "Работает до", "Дата увольнения").withHint("Первый день, когда уже не работает"),
            Column.date("teachingSince", "Педагог в организации с"),
            Column.of("weeklyHours", Column.Kind.DECIMAL, "Нагрузка, часов в неделю", "Нагрузка"),
            Column.coded("employment", choices(Employment.values(), Employment::titles), "Занятость"),
            Column.coded("category", choices(Category.values(), Category::titles), "Категория", "Квалификационная категория"),
            Column.date("attestedOn", "Дата аттестации"),
            Column.coded("education", choices(Education.Level.values(), Education.Level::titles), "Образование"),
            Column.of("pedagogical", Column.Kind.BOOL, "Образование педагогическое"),
            Column.text("educationProfile", "Профиль образования"),
            Column.date("specialitySince", "В специальности с"),
            Column.text("subjectProfiles", "Образование по предметам").multiple()
                    .withHint("Предмет: специальность диплома").withExample("Физика: физика и информатика; Химия: биология"),
            Column.text("snils", "СНИЛС").hidden().withHint("Хранится зашифрованным"),
            Column.text("graduatedFrom", "Окончил(а)", "Педагогический вуз"),
            Column.date("graduatedOn", "Дата окончания"));

    private PeopleColumns() {}

    private static <E extends Enum<E>> List<Choice> choices(E[] values, Function<E, List<String>> titles) {
        return Arrays.stream(values).map(value -> new Choice(value.name(), titles.apply(value))).toList();
    }

    /// Parts of a card under the names of their columns.
    static Set<String> named(Set<String> parts) {
        return parts.stream().map(part -> switch (part) {
            case "profile" -> "educationProfile";
            case "institution" -> "graduatedFrom";
            case "on" -> "graduatedOn";
            default -> part;
        }).collect(Collectors.toSet());
    }

    /// A row as it was read; what its cells lack is null.
    record Line(Row row, @Nullable String externalId, String lastName, String firstName, @Nullable String patronymic,
                @Nullable LocalDate birthDate, @Nullable String municipality, String organisation,
                @Nullable Position position, List<String> subjects, @Nullable LocalDate since, @Nullable LocalDate until,
                @Nullable LocalDate teachingSince, @Nullable BigDecimal weeklyHours, @Nullable Employment employment,
                @Nullable Category category, @Nullable LocalDate attestedOn, @Nullable Education education,
                @Nullable LocalDate specialitySince, List<SubjectProfile> subjectProfiles, @Nullable Graduation graduation,
                @Nullable Snils snils) {

        /// Everything that makes a post is absent, and the row speaks of a graduate: there is no post to enter.
        boolean withoutPost() {
            return organisation.isEmpty() && position == null && since == null && graduation != null;
        }

        String nameKey() {
            return PersonNames.key(lastName, firstName, patronymic);
        }
    }

    /// Reads every cell, so that the row knows all its faults.
    static Line read(Row row) {
        return new Line(row, row.text("externalId"), text(row, "lastName"), text(row, "firstName"), row.text("patronymic"),
                row.date("birthDate"), row.text("municipality"), text(row, "organisation"),
                coded(row, "position", Position::valueOf), row.list("subjects"), row.date("since"), row.date("until"),
                row.date("teachingSince"), row.decimal("weeklyHours"), coded(row, "employment", Employment::valueOf),
                coded(row, "category", Category::valueOf), row.date("attestedOn"), education(row), row.date("specialitySince"),
                profiles(row), graduation(row), snils(row));
    }

    private static List<SubjectProfile> profiles(Row row) {
        var pairs = row.list("subjectProfiles").stream().map(text -> text.split("\\s*:\\s*", 2)).toList();
        if (pairs.stream().anyMatch(pair -> pair.length < 2 || pair[0].isBlank() || pair[1].isBlank())) {
            row.fault("subjectProfiles", "no-subject-profile");
            return List.of();
        }
        return pairs.stream().map(pair -> new SubjectProfile(pair[0], pair[1])).toList();
    }

    private static @Nullable Snils snils(Row row) {
        var text = row.text("snils");
        var snils = text == null ? null : Snils.of(text).orElse(null);
        if (text != null && snils == null) {
            row.fault("snils", "no-snils");
        }
        return snils;
    }

    private static @Nullable Graduation graduation(Row row) {
        var institution = row.text("graduatedFrom");
        var on = row.date("graduatedOn");
        if ((institution == null) != (on == null)) {
            row.fault(institution == null ? "graduatedFrom" : "graduatedOn", "required");
        }
        return institution == null || on == null ? null : new Graduation(institution, on);
    }

    /// What a row without a workplace lacks.
    static void requirePost(Line line) {
        for (var column : List.of("organisation", "position", "since")) {
            if (line.row().text(column) == null) {
                line.row().fault(column, "required");
            }
        }
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNullElse(row.text(column), "");
    }

    private static <E> @Nullable E coded(Row row, String column, Function<String, E> value) {
        var code = row.code(column);
        return code == null ? null : value.apply(code);
    }

    private static @Nullable Education education(Row row) {
        var level = coded(row, "education", Education.Level::valueOf);
        var pedagogical = row.bool("pedagogical");
        var profile = row.text("educationProfile");
        return level == null ? null : new Education(level, pedagogical, profile);
    }
}
