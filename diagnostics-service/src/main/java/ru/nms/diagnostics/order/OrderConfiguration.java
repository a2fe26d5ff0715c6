package ru.nms.diagnostics.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.contracts.TrainingRequestChanged;
import ru.nms.contracts.TrainingRequestChanged.Need;
import ru.nms.diagnostics.person.RegisterTraces;
import ru.nms.diagnostics.person.Visibility;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.diagnostics.rule.Scale;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// The register of personal orders to the training system.
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    private static final String ASSESSMENT = "ASSESSMENT";
    private static final String STUDENTS = "STUDENT_RESULTS";

    private static final Columns COLUMNS = Columns.of(
            Column.text("personId", "Педагог (идентификатор)"), Column.date("formedOn", "Сформирован"),
            Column.coded("status", List.of(Choice.of("FORMED", "Сформирован"), Choice.of("WITHDRAWN", "Отозван")), "Статус"),
            Column.text("needs.competence", "Область компетенций"), Column.text("needs.level", "Уровень дефицита"),
            Column.text("needs.deficitId", "Дефицит (идентификатор)"));

    @Bean
    Register<TrainingRequest> trainingRequests(NeedStore store, Rulebook rules) {
        return Register.of("training-requests", "training_request", TrainingRequest.class)
                .key(it -> it.isStanding() ? Stream.of(it.personId()) : null)
                .listed(listing -> listing.sort("formedOn", "e.formed_on", Kind.DATE)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("status", "e.status = :status", Kind.TEXT)
                        .filter("competence", "e.needs @> jsonb_build_array(jsonb_build_object('competence', :competence))", Kind.TEXT))
                .columns(COLUMNS).items("needs", Map.of(), "competence")
                .own("formedOn", null).own("status", TrainingRequest.Status.FORMED).own("needs", List.of())
                .derived(entries -> formed(entries, store, rules))
                .seen(OrderConfiguration::seen)
                .keptBy(Role.COORDINATOR)
                .keptBy(Role.TEACHER, Caller::personId, TrainingRequest::personId)
                .rules(change -> new Faults().unless(!change.after().isEmpty(), Fault.at("/personId", "nothing-to-order"))
                        .unless(change.before() == null || change.before().personId().equals(change.after().personId()),
                                Fault.at("/personId", "fixed")))
                .about(it -> List.of(it.personId()))
                .announced(TrainingRequestChanged.TOPIC);
    }

    private static Scope.Condition seen(Caller caller) {
        var all = Visibility.ofKnown(caller, "e.person_id");
        return new Scope.Condition(all.sql().replace("t.day", ":today"), all.values());
    }

    private static Mono<List<TrainingRequest>> formed(List<Entry<TrainingRequest>> entries, NeedStore store, Rulebook rules) {
        return Flux.fromIterable(entries).map(Entry::content)
                .concatMap(it -> Mono.zip(store.deficits(it.personId()).collectList(),
                                store.achieved(it.personId(), rules.today()).collectList())
                        .map(found -> it.needing(needs(found.getT1(), found.getT2(), rules), rules.today())))
                .collectList();
    }

    /// Deficits first; then what the results of the school's students show and no diagnosis did.
    private static List<Need> needs(List<NeedStore.Lacking> deficits, List<NeedStore.Achieved> achieved, Rulebook rules) {
        var weak = achieved.stream().filter(it -> rules.scale(it.area(), it.takenOn()).judge(it.points(), it.maximum()).weak())
                .map(NeedStore.Achieved::area).distinct().toList();
        var needs = new ArrayList<Need>();
        deficits.stream().sorted(Comparator.comparingInt(it -> weight(it, rules))).forEach(it -> needs.add(new Need(it.competence(), sources(it, weak), it.id(), it.level())));
        weak.stream().filter(area -> deficits.stream().noneMatch(it -> it.competence().equals(area)))
                .forEach(area -> needs.add(new Need(area, List.of(STUDENTS), null, null)));
        return needs;
    }

    /// By the levels of the region, the heaviest first; one that it names no more comes last.
    private static int weight(NeedStore.Lacking it, Rulebook rules) {
        int step = rules.scale(it.competence(), rules.today()).steps().stream().map(Scale.Step::level).toList().indexOf(it.level());
        return step < 0 ? Integer.MAX_VALUE : step;
    }

    private static List<String> sources(NeedStore.Lacking it, List<String> weak) {
        return Stream.concat(it.assessed() ? Stream.of(ASSESSMENT) : Stream.empty(),
                weak.contains(it.competence()) ? Stream.of(STUDENTS) : Stream.empty()).toList();
    }

    @Bean
    PersonTraces trainingRequestTraces(Registers registers, Register<TrainingRequest> trainingRequests) {
        return new RegisterTraces(registers, trainingRequests);
    }
}
