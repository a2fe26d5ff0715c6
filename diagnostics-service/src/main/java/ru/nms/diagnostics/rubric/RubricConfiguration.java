package ru.nms.diagnostics.rubric;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.diagnostics.rubric.Rubric.Kind;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Reference;
import ru.nms.platform.register.Register;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// The registers of rubrics and of what was assessed by them.
@Configuration(proxyBeanMethods = false)
class RubricConfiguration {

    private static final Reference RUBRIC = Reference.titled("rubric", "rubric");
    private static final List<Choice> KINDS = List.of(Choice.of("SELF", "Самооценка"), Choice.of("PEER", "Взаимооценка"),
            Choice.of("EMPLOYER", "Оценка работодателя"));

    @Bean
    Register<Rubric> rubrics() {
        return Register.of("rubrics", "rubric", Rubric.class)
                .key(it -> Stream.of(it.code()))
                .words(it -> Stream.of(it.code(), it.title()))
                .listed(listing -> listing.sort("title", "e.title", ru.nms.platform.list.Kind.TEXT)
                        .filter("status", "e.status = :status", ru.nms.platform.list.Kind.TEXT)
                        .filter("kind", ":kind = ANY (e.kinds)", ru.nms.platform.list.Kind.TEXT))
                .own("status", Rubric.Status.DRAFT)
                .columns(Columns.of(Column.text("code", "Код").mandatory(), Column.text("title", "Название").mandatory(),
                        Column.coded("kinds", KINDS, "Кем применяется").multiple()))
                .seenByAll().keptBy(Role.ASSESSOR, Role.COORDINATOR)
                .removedIn(Rubric.MOVES, Rubric::state, Rubric.Status.DRAFT)
                .rules(RubricConfiguration::rubric);
    }

    private static Faults rubric(Change<Rubric> change) {
        var before = change.before();
        var it = change.after();
        if (before != null && before.state() != Rubric.Status.DRAFT && before.state() == it.state()) {
            throw Rubric.MOVES.refused(before.state());
        }
        var codes = it.criteria().stream().map(criterion -> criterion.code()).toList();
        return new Faults().unless(codes.stream().distinct().count() == codes.size(), Fault.at("/criteria", "repeated-code"));
    }

    @Bean
    Register<Assessment> rubricAssessments(RubricRules rules) {
        return Register.of("rubric-assessments", "rubric_assessment", Assessment.class)
                .key(it -> Stream.of(it.rubricId(), it.kind(), it.personId(), it.assessorId(), it.employerId(), it.assessedOn()))
                .words(it -> Stream.of(it.comment()))
                .listed(listing -> listing.sort("assessedOn", "e.assessed_on", ru.nms.platform.list.Kind.DATE)
                        .filter("rubricId", "e.rubric_id = :rubricId", ru.nms.platform.list.Kind.ID)
                        .filter("personId", "e.person_id = :personId", ru.nms.platform.list.Kind.ID)
                        .filter("kind", "e.kind = :kind", ru.nms.platform.list.Kind.TEXT)
                        .filter("completionId", "e.completion_id = :completionId", ru.nms.platform.list.Kind.ID))
                .refers("rubricId", RUBRIC)
                .columns(Columns.of(Column.text("rubric", "Рубрика").mandatory(), Column.coded("kind", KINDS, "Вид").mandatory(),
                        Column.text("personId", "Человек (идентификатор)").mandatory(), Column.date("assessedOn", "Дата").mandatory(),
                        Column.text("comment", "Комментарий")))
                .seen(RubricConfiguration::seen)
                .kept(RubricConfiguration::keeps)
                .facts(rules::among)
                .about(it -> List.of(it.personId()));
    }

    /// The person sees what was said of them, and everybody what they said themselves.
    private static Scope.Condition seen(Caller caller) {
        var organisation = caller.is(Role.ORGANISATION) ? caller.organisationId() : null;
        return caller.is(Role.COORDINATOR) ? Scope.Condition.ALL
                : either(caller.personId(), "e.person_id = :seenPerson OR e.assessor_id = :seenPerson", "seenPerson", organisation);
    }

    private static Scope.Condition either(@Nullable UUID person, String own, String name, @Nullable UUID organisation) {
        var values = new java.util.LinkedHashMap<String, UUID>();
        var branches = new java.util.ArrayList<String>();
        if (person != null) {
            values.put(name, person);
            branches.add(own);
        }
        if (organisation != null) {
            values.put("seenEmployer", organisation);
            branches.add("e.employer_id = :seenEmployer");
        }
        return branches.isEmpty() ? new Scope.Condition("FALSE", Map.of())
                : new Scope.Condition("(" + String.join(" OR ", branches) + ")", values);
    }

    /// Everybody speaks for themselves, an organisation for itself as the employer.
    private static boolean keeps(Caller caller, Change<Assessment> change) {
        return Stream.of(change.before(), change.after()).filter(Objects::nonNull).allMatch(it -> speaks(caller, it));
    }

    private static boolean speaks(Caller caller, Assessment it) {
        var person = caller.personId();
        return switch (it.kind()) {
            case SELF -> person != null && person.equals(it.personId()) && person.equals(it.assessorId());
            case PEER -> person != null && person.equals(it.assessorId()) && !person.equals(it.personId());
            case EMPLOYER -> caller.is(Role.ORGANISATION) && it.employerId() != null
                    && it.employerId().equals(caller.organisationId());
        };
    }

    static String names(List<Kind> kinds) {
        return String.join(", ", Arrays.stream(Kind.values()).filter(kinds::contains).map(Kind::name).toList());
    }
}
