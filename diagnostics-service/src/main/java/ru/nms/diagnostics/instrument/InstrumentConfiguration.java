package ru.nms.diagnostics.instrument;

import static ru.nms.diagnostics.framework.FrameworkReference.FRAMEWORK;
import static ru.nms.diagnostics.framework.FrameworkReference.SCALE;
import static ru.nms.diagnostics.instrument.InstrumentReference.INSTRUMENT;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.diagnostics.scoring.TaskKind;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Register;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// The registers of instruments and their tasks.
@Configuration(proxyBeanMethods = false)
class InstrumentConfiguration {

    private static final Role[] MAKERS = {Role.ASSESSOR, Role.COORDINATOR};

    @Bean
    Register<Instrument> instruments(InstrumentRules rules) {
        return Register.of("instruments", "instrument", Instrument.class)
                .key(it -> Stream.of(it.code(), it.edition()))
                .words(it -> Stream.of(it.code(), it.title(), it.subject()))
                .listed(listing -> listing.sort("title", "e.title", Kind.TEXT).sort("year", "e.year", Kind.NUMBER)
                        .filter("code", "e.code = :code", Kind.TEXT)
                        .filter("status", "e.status = :status", Kind.TEXT)
                        .filter("procedure", "e.procedure = :procedure", Kind.TEXT)
                        .filter("provider", "e.provider = :provider", Kind.TEXT)
                        .filter("subject", "e.subject = :subject", Kind.TEXT)
                        .filter("year", "e.year = :year", Kind.NUMBER)
                        .filter("frameworkId", "e.framework_id = :frameworkId", Kind.ID)
                        .filter("renewalDue", "(" + DUE + ") = :renewalDue", Kind.YES_NO))
                .refers("frameworkId", FRAMEWORK).refers("scaleId", SCALE)
                .own("edition", 1).own("previousId", null).own("status", Instrument.Status.DRAFT).own("approvedOn", null)
                .own("withdrawnOn", null)
                .shows("tasks", "(SELECT count(*) FROM task t WHERE t.instrument_id = e.id AND NOT t.deleted)")
                .shows("renewalDue", DUE).shows("areas", AREAS)
                .columns(COLUMNS)
                .seen(InstrumentConfiguration::seen).keptBy(MAKERS)
                .rules(change -> rules.alone(change.after()))
                .facts(rules::among);
    }

    /// What is yearly renewed: in force, approved a year ago or earlier, and without a later edition in force.
    private static final String DUE = """
            e.status = 'APPROVED' AND e.approved_on <= CAST(:today AS date) - INTERVAL '1 year' AND NOT EXISTS (
                SELECT FROM instrument later WHERE later.code = e.code AND later.edition > e.edition
                   AND later.status = 'APPROVED' AND NOT later.deleted)""";

    /// Of the region's profile, by its tasks.
    private static final String AREAS = "ARRAY(" + PaperStore.AREAS.formatted("e.id") + """
            SELECT DISTINCT a.area FROM task t JOIN areas a ON a.code = t.competence
             WHERE t.instrument_id = e.id AND NOT t.deleted AND a.area IS NOT NULL ORDER BY a.area)""";

    private static final Columns COLUMNS = Columns.of(
            Column.text("code", "Код").mandatory(), Column.text("title", "Название").mandatory(),
            Column.of("edition", Column.Kind.INTEGER, "Редакция"), Column.text("procedure", "Процедура").mandatory(),
            Column.text("provider", "Организатор").mandatory(), Column.text("framework", "Рамка").mandatory(),
            Column.text("scale", "Шкала"), Column.text("audience", "Для кого"), Column.text("subject", "Предмет"),
            Column.of("year", Column.Kind.INTEGER, "Год").mandatory(),
            Column.of("timeLimitMinutes", Column.Kind.INTEGER, "Время, мин"),
            Column.of("variants", Column.Kind.INTEGER, "Вариантов").mandatory(),
            Column.coded("status", List.of(Choice.of("DRAFT", "Проект"), Choice.of("APPROVED", "Утверждён"),
                    Choice.of("WITHDRAWN", "Выведен из действия")), "Статус"),
            Column.date("approvedOn", "Утверждён"), Column.date("withdrawnOn", "Выведен"));

    /// Drafts are seen by those who make them; everybody else sees what was approved.
    private static Scope.Condition seen(Caller caller) {
        return caller.is(Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY) ? Scope.Condition.ALL
                : new Scope.Condition("e.status <> 'DRAFT'", Map.of());
    }

    @Bean
    Register<Task> tasks(InstrumentRules rules) {
        return Register.of("tasks", "task", Task.class)
                .key(it -> Stream.of(it.instrumentId(), it.block(), it.variant(), it.number()))
                .words(it -> Stream.of(it.stem(), it.competence()))
                .listed(listing -> listing.sort("number", "e.number", Kind.NUMBER).sort("block", "e.block", Kind.TEXT)
                        .filter("instrumentId", "e.instrument_id = :instrumentId", Kind.ID)
                        .filter("block", "e.block = :block", Kind.TEXT)
                        .filter("variant", "(e.variant IS NULL OR e.variant = :variant)", Kind.NUMBER)
                        .filter("kind", "e.kind = :kind", Kind.TEXT)
                        .filter("competence", "e.competence = :competence", Kind.TEXT)
                        .filter("keyed", "(e.key_revision > 0) = :keyed", Kind.YES_NO))
                .refers("instrumentId", INSTRUMENT)
                .own("keyRevision", 0)
                .columns(Columns.of(Column.text("instrument", "Инструмент").mandatory(), Column.text("block", "Блок").mandatory(),
                        Column.of("variant", Column.Kind.INTEGER, "Вариант"),
                        Column.of("number", Column.Kind.INTEGER, "Номер").mandatory(),
                        Column.coded("kind", Arrays.stream(TaskKind.values()).map(TaskFile::choice).toList(), "Вид").mandatory(),
                        Column.text("competence", "Компетенция").mandatory(), Column.text("stem", "Задание").mandatory(),
                        Column.of("points", Column.Kind.INTEGER, "Баллы").mandatory()))
                .seen(caller -> caller.is(MAKERS) ? OF_INSTRUMENTS : new Scope.Condition("FALSE", Map.of()))
                .keptBy(MAKERS)
                .rules(change -> new Faults().addAll(change.after().form().faults("")))
                .facts(rules::task);
    }

    private static final Scope.Condition OF_INSTRUMENTS = new Scope.Condition(
            "EXISTS (SELECT FROM instrument i WHERE i.id = e.instrument_id AND NOT i.deleted)", Map.of());

    @Bean
    Feed instrumentFeed(Register<Instrument> instruments) {
        return instruments.feed(List.of("code", "edition"), List.of("code", "edition", "title", "procedure", "provider", "frameworkId",
                "subject", "year", "status", "approvedOn", "withdrawnOn"), "frameworks");
    }
}
