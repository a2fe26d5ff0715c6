package ru.nms.diagnostics.provider;

import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;

/// The register of what providers call competences.
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.text("provider", "Организатор", "Провайдер").mandatory(),
            Column.text("procedure", "Процедура").mandatory(),
            Column.text("code", "Код у организатора", "Код").mandatory(),
            Column.text("title", "Название у организатора", "Название"),
            Column.text("area", "Область компетенций").mandatory());

    @Bean
    Register<CompetenceMapping> competenceMappings(Rulebook rules, ProviderScoreService scores) {
        return Register.of("competence-mappings", "competence_mapping", CompetenceMapping.class)
                .key(it -> Stream.of(it.provider(), it.procedure(), it.code()))
                .words(it -> Stream.of(it.code(), it.title()))
                .listed(listing -> listing.sort("provider", "e.provider", Kind.TEXT)
                        .filter("provider", "e.provider = :provider", Kind.TEXT)
                        .filter("procedure", "e.procedure = :procedure", Kind.TEXT)
                        .filter("area", "e.area = :area", Kind.TEXT))
                .columns(COLUMNS)
                .seenByAll().keptBy(Role.ASSESSOR, Role.COORDINATOR)
                .rules(change -> check(change, rules))
                .followed(scores::followMapping);
    }

    private static Faults check(Change<CompetenceMapping> change, Rulebook rules) {
        var it = change.after();
        var today = rules.today();
        var before = change.before();
        return new Faults()
                .addAll(rules.providers(today).check("/provider", it.provider(), "diagnostics.providers"))
                .addAll(rules.measurable(it.procedure(), today).check("/area", it.area(), "diagnostics.competenceAreas"))
                .unless(before == null || before.provider().equals(it.provider()), Fault.at("/provider", "fixed"))
                .unless(before == null || before.procedure().equals(it.procedure()), Fault.at("/procedure", "fixed"));
    }

    @Bean
    ImportKind competenceMappingImport(RegisterFiles files, Register<CompetenceMapping> competenceMappings) {
        return files.importOf(competenceMappings, Role.ASSESSOR, Role.COORDINATOR);
    }
}
