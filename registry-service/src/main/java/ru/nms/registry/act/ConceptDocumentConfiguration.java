package ru.nms.registry.act;

import static ru.nms.registry.municipality.MunicipalityReference.MUNICIPALITY;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;

/// The register of concept documents of municipal method services.
@Configuration(proxyBeanMethods = false)
class ConceptDocumentConfiguration {

    private static final Columns COLUMNS = Columns.of(
            Column.text("municipality", "Муниципалитет", "МО").mandatory(),
            Column.text("part", "Документ о").mandatory(),
            Column.text("title", "Название").mandatory(),
            Column.date("approvedOn", "Утверждён").mandatory(),
            Column.date("versionOn", "Дата редакции").mandatory(),
            Column.text("number", "Номер"),
            Column.text("file", "Файл"));

    @Bean
    Register<ConceptDocument> conceptDocuments(RegionProfile profile) {
        var parts = ConceptParts.of(profile);
        return Register.of("concept-documents", "concept_document", ConceptDocument.class)
                .key(it -> Stream.of(it.municipalityId(), it.part()))
                .words(it -> Stream.of(it.title()))
                .listed(listing -> listing.sort("versionOn", "e.version_on", Kind.DATE)
                        .filter("municipalityId", "e.municipality_id = :municipalityId", Kind.ID)
                        .filter("part", "e.part = :part", Kind.TEXT))
                .refers("municipalityId", MUNICIPALITY)
                .columns(COLUMNS)
                .seenByAll()
                .keptBy(Role.COORDINATOR)
                .keptBy(Role.MUNICIPALITY, Caller::municipalityId, ConceptDocument::municipalityId)
                .rules(change -> new Faults()
                        .unless(parts.contains(change.after().part()), Fault.at("/part", "no-such-part", String.join(", ", parts))
                                .under(profile.mainClause()))
                        .unless(!change.after().versionOn().isBefore(change.after().approvedOn()),
                                Fault.at("/versionOn", "ends-before-start")));
    }

    @Bean
    Feed conceptDocumentFeed(Register<ConceptDocument> conceptDocuments) {
        return conceptDocuments.feed(List.of("municipalityId", "part"),
                List.of("municipalityId", "part", "title", "approvedOn", "versionOn", "number"));
    }

    @Bean
    ImportKind conceptDocumentImport(RegisterFiles files, Register<ConceptDocument> conceptDocuments) {
        return files.importOf(conceptDocuments, Role.COORDINATOR, Role.MUNICIPALITY);
    }
}
