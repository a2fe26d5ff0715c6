package ru.nms.registry.programme;

import static ru.nms.registry.organisation.OrganisationReference.ORGANISATION;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.Districts;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// The register of yearly plans of courses and lists of topics.
@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.coded("kind", List.of(Choice.of("COURSE_PLAN", "План курсов"), Choice.of("TOPIC_LIST", "Перечень тем")), "Вид")
                    .mandatory(),
            Column.of("year", Column.Kind.INTEGER, "Год").mandatory(),
            Column.text("provider", "Организация ДПО"),
            Column.text("topics", "Темы").multiple(),
            Column.text("groupingUnit", "Округ").withHint("Код округа из профиля региона"),
            Column.text("groupingTask", "Задача округа").withHint("Код задачи этого округа"));

    @Bean
    Register<Plan> trainingPlans(RegionCalendar calendar, RegionProfile profile) {
        var districts = new Districts(profile);
        return Register.of("training-plans", "training_plan", Plan.class)
                .key(PlanConfiguration::key)
                .listed(listing -> listing.sort("year", "e.year", Kind.NUMBER)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("year", "e.year = :year", Kind.NUMBER)
                        .filter("status", "e.status = :status", Kind.TEXT)
                        .filter("providerId", "e.provider_id = :providerId", Kind.ID)
                        .filter("groupingUnit", "e.grouping_unit = :groupingUnit", Kind.TEXT)
                        .filter("groupingTask", "e.grouping_task = :groupingTask", Kind.TEXT))
                .refers("providerId", ORGANISATION)
                .own("status", Plan.Status.DRAFT).own("approvedOn", null).own("document", null)
                .columns(COLUMNS)
                .seenByAll()
                .keptBy(Role.COORDINATOR)
                .keptBy(Role.PROVIDER, Caller::organisationId, Plan::providerId)
                .kept((caller, change) -> caller.is(Role.MINISTRY) && change.before() != null
                        && change.before().courses().equals(change.after().courses()))
                .rules(change -> check(change, calendar)
                        .addAll(districts.check(change.after().groupingUnit(), change.after().groupingTask())));
    }

    /// A district and its task come last and only where there are some: plans from before there were any keep their keys.
    private static Stream<@Nullable Object> key(Plan it) {
        return Stream.concat(Stream.of(it.kind(), it.year(), it.providerId()),
                Stream.of(it.groupingUnit(), it.groupingTask()).filter(Objects::nonNull));
    }

    private static Faults check(Change<Plan> change, RegionCalendar calendar) {
        var it = change.after();
        var before = change.before();
        if (before != null && before.status() == Plan.Status.APPROVED && it.status() == Plan.Status.APPROVED && !before.equals(it)) {
            throw Refusal.conflict("wrong-status", "APPROVED").with("possible", Plan.MOVES.possible(Plan.Status.APPROVED));
        }
        return new Faults()
                .unless(it.status() == Plan.Status.DRAFT || !it.empty(),
                        Fault.at(it.kind() == Plan.Kind.COURSE_PLAN ? "/courses" : "/topics", "required"))
                .unless(it.approvedOn() == null || !it.approvedOn().isAfter(calendar.today()), Fault.at("/on", "not-future"));
    }

    @Bean
    Feed trainingPlanFeed(Register<Plan> trainingPlans) {
        return trainingPlans.feed(List.of("kind", "year", "providerId", "groupingUnit", "groupingTask"), List.of("kind", "year",
                "providerId", "courses", "topics", "status", "approvedOn", "document", "groupingUnit", "groupingTask"), "organisations");
    }

    @Bean
    ImportKind trainingPlanImport(RegisterFiles files, Register<Plan> trainingPlans) {
        return files.importOf(trainingPlans, Role.COORDINATOR);
    }
}
