package ru.nms.registry.methodist;

import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.MethodistRules;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.person.PersonReference;

/// The register of candidates. An application is nobody's business but the region's: it has no feed.
@Configuration(proxyBeanMethods = false)
class CandidateConfiguration {

    @Bean
    Register<Candidate> candidates(RegionProfile profile) {
        return Register.of("methodist-candidates", "methodist_candidate", Candidate.class)
                .key(Candidate::key)
                .listed(listing -> listing.sort("createdAt", "e.created_at", Kind.INSTANT)
                        .filter("status", "e.status = :status", Kind.TEXT)
                        .filter("personId", "e.person_id = :personId", Kind.ID))
                .refers("personId", PERSON)
                .items("proofs", Map.of(), "requirement", "document").columns(columns(profile.methodist()))
                .seen(PersonReference.visible("e.person_id")).keptBy(Role.COORDINATOR)
                .own("status", Candidate.Status.APPLIED).own("steps", List.of()).own("methodistId", null)
                .byActions("status")
                .rules(change -> fixed(change).addAll(proofs(profile, change.after().proofs()).found()))
                .about(it -> List.of(it.personId()));
    }

    private static Columns columns(MethodistRules rules) {
        return Columns.of(Column.text("person", "Кандидат", "ФИО").mandatory(),
                Column.coded("engagement", List.of(Choice.of("STAFF", "В штате"), Choice.of("CIVIL_CONTRACT", "По договору"),
                        Choice.of("OTHER", "Иное")), "Оформление"),
                Column.date("appliedOn", "Дата заявления").mandatory(),
                Column.coded("status", List.of(Choice.of("APPLIED", "Подал заявление"), Choice.of("ASSESSED", "Оценён"),
                        Choice.of("TRAINED", "Обучен"), Choice.of("APPROVED", "Утверждён"), Choice.of("ACTIVE", "Работает"),
                        Choice.of("LEFT", "Выбыл")), "Состояние").withHint("Меняется только действиями"),
                Column.coded("proofs.requirement", rules.requirements().stream().filter(it -> it.check() == null)
                        .map(it -> Choice.of(it.code(), it.title())).toList(), "Требование"),
                Column.text("proofs.document", "Документ"), Column.date("proofs.on", "Дата документа"));
    }

    /// Proofs come in on the way; who and since when stays.
    private static Faults fixed(Change<Candidate> change) {
        var before = change.before();
        return new Faults()
                .unless(before == null || before.personId().equals(change.after().personId()), Fault.at("/personId", "fixed"))
                .unless(before == null || before.appliedOn().equals(change.after().appliedOn()), Fault.at("/appliedOn", "fixed"));
    }

    /// Documents prove what data cannot.
    private static Faults proofs(RegionProfile profile, List<Candidate.Proof> proofs) {
        var wanted = profile.methodist().requirements().stream().filter(it -> it.check() == null)
                .map(MethodistRules.Requirement::code).toList();
        var clause = profile.clause(profile.methodist().requirements().stream().map(MethodistRules.Requirement::source));
        var faults = new Faults();
        for (int n = 0; n < proofs.size(); n++) {
            faults.unless(wanted.contains(proofs.get(n).requirement()),
                    Fault.at("/proofs/" + n + "/requirement", "not-one-of", String.join(", ", wanted)).under(clause));
        }
        return faults;
    }

    @Bean
    ImportKind candidateImport(RegisterFiles files, Register<Candidate> candidates) {
        return files.importOf(candidates, Role.COORDINATOR);
    }
}
