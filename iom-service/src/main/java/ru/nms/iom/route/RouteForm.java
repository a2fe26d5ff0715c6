package ru.nms.iom.route;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import ru.nms.iom.need.Deficit;
import ru.nms.iom.person.Person;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.RouteStructure;
import ru.nms.platform.region.RouteTemplate;

/// A filled form: everything of the region's template in its order, with labels. What is not known stays empty, as on
/// paper; it is not invented.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RouteForm(String code, List<Field> general, @Nullable Goal goal, Period period, List<String> columns,
                 List<Section> sections, List<Signature> signatures, @Nullable String source) {

    record Field(String field, String label, @Nullable String value) {}

    /// @param fixed the template prescribes the words
    record Goal(boolean fixed, @Nullable String text) {}

    record Period(LocalDate start, LocalDate end) {}

    record Section(String code, String title, List<Row> rows) {}

    record Row(String code, String title, List<String> columns, List<Entry> entries) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(String content, @Nullable String additionalInfo, @Nullable LocalDate term,
                 @Nullable String reflectiveReport, RouteItem.Status status) {}

    /// @param signedOn when the route was approved; signatures of people are made on paper
    record Signature(String role, String label, String kind, @Nullable LocalDate signedOn) {}

    static RouteForm of(RouteTemplate template, RegionProfile region, Route route, Person person, List<Deficit> deficits) {
        var goal = template.goal();
        var source = template.source();
        return new RouteForm(template.code(),
                template.general().fields().stream()
                        .filter(field -> field.onlyFor() == null || holds(person, field.onlyFor()))
                        .map(field -> new Field(field.field(), region.label(field.field()),
                                value(field.field(), region, route, person, deficits)))
                        .toList(),
                goal == null ? null : new Goal(goal.fixed(), goal.text()),
                new Period(route.from(), route.until()),
                template.columns().items().stream().map(region::label).toList(),
                template.sections().stream().map(section -> new Section(section.code(), section.title(),
                        section.items().stream().map(row -> row(row, route)).toList())).toList(),
                template.signatures().stream().map(signature -> new Signature(signature.role(),
                        region.label(signature.role()), signature.kind(),
                        signature.kind().equals("APPROVAL") ? route.approvedOn() : null)).toList(),
                source == null ? null : region.cite(source));
    }

    private static boolean holds(Person person, String position) {
        return position.equals("TEACHER") ? person.teaches() : person.holdsOneOf(List.of(position));
    }

    private static @Nullable String value(String field, RegionProfile region, Route route, Person person,
                                          List<Deficit> deficits) {
        return switch (field) {
            case "fullName" -> person.name() == null ? null : person.name().full();
            case "municipality" -> joined(person.posts().stream().map(Person.Post::municipality).toList());
            case "organization" -> joined(person.posts().stream().map(Person.Post::organisation).toList());
            case "position" -> joined(person.posts().stream().map(post -> region.label(post.position())).toList());
            case "subject" -> joined(person.posts().stream().flatMap(post -> post.subjects().stream()).toList());
            case "testDate" -> route.basis().takenOn() == null ? null : route.basis().takenOn().toString();
            case "deficitLevel" -> joined(deficits.stream()
                    .map(deficit -> region.label(deficit.competence()) + ": " + region.label(deficit.level())).toList());
            default -> null;
        };
    }

    private static @Nullable String joined(List<@Nullable String> values) {
        var text = values.stream().filter(Objects::nonNull).distinct().collect(Collectors.joining("; "));
        return text.isEmpty() ? null : text;
    }

    private static Row row(RouteStructure.Item row, Route route) {
        return new Row(row.code(), row.title(), row.columns(), route.items().stream()
                .filter(item -> item.section().equals(row.code()) && item.status() != RouteItem.Status.CANCELLED)
                .map(item -> new Entry(item.title(), additional(item), item.due(), item.reflection(), item.status()))
                .toList());
    }

    private static @Nullable String additional(RouteItem item) {
        var hours = item.hours() == null ? null : item.hours() + " ч";
        return joined(java.util.Arrays.asList(item.form(), hours));
    }
}
