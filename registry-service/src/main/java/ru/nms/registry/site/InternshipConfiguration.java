package ru.nms.registry.site;

import static ru.nms.registry.person.PersonReference.PERSON;
import static ru.nms.registry.site.SiteReference.INTERNSHIP_PROGRAMME;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.register.Change;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.RegisterFiles;
import ru.nms.platform.sync.Feed;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Columns;
import ru.nms.registry.person.PersonReference;

/// The register of internships.
@Configuration(proxyBeanMethods = false)
class InternshipConfiguration {

    private static final long LONGEST = 366;

    private static final Columns COLUMNS = Columns.of(
            Column.text("person", "Стажёр", "ФИО").mandatory().withHint("У однофамильцев — с датой рождения в скобках"),
            Column.text("internshipProgramme", "Программа стажировки").mandatory(),
            Column.date("since", "Начало").mandatory(),
            Column.date("until", "Окончание").mandatory(),
            Column.text("document", "Документ"));

    @Bean
    Register<Internship> internships(InternshipStore store, RegionCalendar calendar) {
        return Register.of("internships", "internship", Internship.class)
                .key(it -> Stream.of(it.personId(), it.internshipProgrammeId(), it.since()))
                .listed(listing -> listing.sort("since", "e.since", Kind.DATE)
                        .filter("personId", "e.person_id = :personId", Kind.ID)
                        .filter("internshipProgrammeId", "e.internship_programme_id = :internshipProgrammeId", Kind.ID)
                        .filter("siteId", "p.site_id = :siteId", Kind.ID,
                                "FROM internship_programme p WHERE p.id = e.internship_programme_id")
                        .filter("status", "e.status = :status", Kind.TEXT))
                .refers("personId", PERSON).refers("internshipProgrammeId", INTERNSHIP_PROGRAMME)
                .own("status", Internship.Status.PLANNED)
                .columns(COLUMNS)
                .seen(PersonReference.visible("e.person_id"))
                .keptBy(Role.COORDINATOR, Role.MUNICIPALITY, Role.ORGANISATION)
                .rules(change -> check(change.after(), calendar))
                .factsAmong(change -> places(change, store))
                .about(it -> List.of(it.personId()));
    }

    private static Faults check(Internship it, RegionCalendar calendar) {
        return new Faults()
                .unless(!it.until().isBefore(it.since()), Fault.at("/until", "ends-before-start"))
                .unless(ChronoUnit.DAYS.between(it.since(), it.until()) < LONGEST, Fault.at("/until", "maximum", LONGEST))
                .unless(it.status() != Internship.Status.COMPLETED || !it.until().isAfter(calendar.today()), Fault.at("/until", "not-future"));
    }

    /// On each of its days the site must have its status and a place left.
    private static Mono<Faults> places(Change<Internship> change, InternshipStore store) {
        var it = change.after();
        if (it.status() == Internship.Status.CANCELLED || it.equals(change.before())) {
            return Mono.just(new Faults());
        }
        return store.lockedDays(it.internshipProgrammeId(), it.since(), it.until(), change.id()).collectList().map(days -> {
            var full = days.stream().filter(day -> day.taken() >= day.capacity()).findFirst();
            return new Faults()
                    .unless(days.size() == ChronoUnit.DAYS.between(it.since(), it.until()) + 1, Fault.at("/since", "outside-site-status"))
                    .unless(full.isEmpty(), Fault.at("/since", "site-full", full.map(day -> day.day().toString()).orElse("")));
        });
    }

    @Bean
    Feed internshipFeed(Register<Internship> internships) {
        return internships.feed(List.of("personId", "internshipProgrammeId", "since"),
                List.of("personId", "internshipProgrammeId", "since", "until", "status"), "people", "internship-programmes");
    }

    @Bean
    ImportKind internshipImport(RegisterFiles files, Register<Internship> internships) {
        return files.importOf(internships, Role.COORDINATOR);
    }
}
