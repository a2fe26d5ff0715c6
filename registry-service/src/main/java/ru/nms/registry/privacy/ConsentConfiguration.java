package ru.nms.registry.privacy;

import static ru.nms.registry.person.PersonReference.PERSON;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;
import ru.nms.registry.person.PersonReference;

/// The register of consents. Nobody outside the registry has a purpose for it.
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

    @Bean
    Register<Consent> consents(RegionCalendar calendar) {
        return Register.of("consents", "consent", Consent.class)
                .key(it -> Stream.of(it.personId(), it.purpose(), it.givenOn()))
                .listed(listing -> listing.sort("givenOn", "e.given_on", Kind.DATE)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("purpose", "e.purpose = :purpose", Kind.TEXT)
                        .filter("on", "e.given_on <= :on AND (e.withdrawn_on IS NULL OR e.withdrawn_on > :on)", Kind.DATE))
                .refers("personId", PERSON)
                .columns(Columns.of(Column.text("person", "ФИО", "Фамилия, имя, отчество").mandatory(),
                        Column.coded("purpose", List.of(Choice.of("PROCESSING", "Обработка"), Choice.of("PUBLICATION", "Публикация"),
                                Choice.of("TRANSFER", "Передача в другие регионы"), Choice.of("MEMBERSHIP", "Членство")), "Цель").mandatory(),
                        Column.date("givenOn", "Дано").mandatory(), Column.date("withdrawnOn", "Отозвано"),
                        Column.text("document", "Документ")))
                .seen(PersonReference.visible("e.person_id"))
                .kept((caller, change) -> caller.is(Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION)
                        || change.after().personId().equals(caller.personId())
                        && (change.before() == null || change.before().personId().equals(caller.personId())))
                .rules(change -> change.after().check(calendar.today()))
                .about(it -> List.of(it.personId()));
    }

    @Bean
    ImportKind consentImport(RegisterFiles files, Register<Consent> consents) {
        return files.importOf(consents, Role.COORDINATOR);
    }
}
