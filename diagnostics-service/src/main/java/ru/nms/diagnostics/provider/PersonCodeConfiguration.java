package ru.nms.diagnostics.provider;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.diagnostics.person.RegisterTraces;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.access.Scope;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.register.Registers;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;

/// The register of what providers call people.
@Configuration(proxyBeanMethods = false)
class PersonCodeConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.text("provider", "Организатор", "Провайдер").mandatory(),
            Column.text("code", "Код у организатора", "Код").mandatory(),
            Column.text("personId", "Идентификатор человека", "ID человека").mandatory());

    @Bean
    Register<PersonCode> providerPersonCodes(Rulebook rules, ProviderScoreStore store, ProviderWaitingService waiting) {
        return Register.of("provider-person-codes", "provider_person_code", PersonCode.class)
                .key(it -> Stream.of(it.provider(), it.code()))
                .words(it -> Stream.of(it.code()))
                .listed(listing -> listing.sort("provider", "e.provider", Kind.TEXT)
                        .filter("provider", "e.provider = :provider", Kind.TEXT)
                        .filter("code", "e.code = :code", Kind.TEXT)
                        .filter("personId", "e.person_id = :personId", Kind.ID))
                .columns(COLUMNS)
                .seen(PersonCodeConfiguration::seen)
                .keptBy(Role.ASSESSOR, Role.COORDINATOR)
                .rules(change -> check(change, rules))
                .facts(change -> store.unknown(List.of(change.after().personId()))
                        .map(unknown -> new Faults().unless(unknown.isEmpty(), Fault.at("/personId", "unknown-person"))))
                .followed(waiting::follow)
                .about(it -> List.of(it.personId()));
    }

    private static Scope.Condition seen(Caller caller) {
        return Scope.of(caller).on(new Scope.Columns(null, null, null, null));
    }

    private static Faults check(Change<PersonCode> change, Rulebook rules) {
        var before = change.before();
        return new Faults()
                .addAll(rules.providers(rules.today()).check("/provider", change.after().provider(), "diagnostics.providers"))
                .unless(before == null || before.equals(change.after()), Fault.at("/code", "fixed"));
    }

    @Bean
    PersonTraces providerPersonCodeTraces(Registers registers, Register<PersonCode> providerPersonCodes) {
        return new RegisterTraces(registers, providerPersonCodes);
    }

    @Bean
    ImportKind providerPersonCodeImport(RegisterFiles files, Register<PersonCode> providerPersonCodes) {
        return files.importOf(providerPersonCodes, Role.ASSESSOR, Role.COORDINATOR);
    }
}
