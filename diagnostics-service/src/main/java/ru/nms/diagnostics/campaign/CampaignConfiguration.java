package ru.nms.diagnostics.campaign;

import static ru.nms.diagnostics.instrument.InstrumentReference.INSTRUMENT;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Mono;
import ru.nms.contracts.DiagnosisParticipationChanged;
import ru.nms.diagnostics.person.RegisterTraces;
import ru.nms.platform.access.Role;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.list.Kind;
import ru.nms.platform.outbox.Retelling;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import ru.nms.platform.table.Column;
import ru.nms.platform.table.Column.Choice;
import ru.nms.platform.table.Columns;

/// The register of campaigns.
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

    /// What time makes of the status.
    static final String PHASE = """
            CASE WHEN %1$s.status <> 'ANNOUNCED' THEN %1$s.status WHEN :now < %1$s.starts_at THEN 'PLANNED'
                 WHEN :now < %1$s.ends_at THEN 'RUNNING' ELSE 'ENDED' END""";

    @Bean
    Register<Campaign> campaigns(CampaignRules rules) {
        return Register.of("campaigns", "campaign", Campaign.class)
                .key(it -> Stream.of(it.title(), it.startsAt()))
                .words(it -> Stream.of(it.title()))
                .listed(listing -> listing.sort("startsAt", "e.starts_at", Kind.INSTANT).sort("title", "e.title", Kind.TEXT)
                        .filter("instrumentId", "e.instrument_id = :instrumentId", Kind.ID)
                        .filter("occasion", "e.occasion = :occasion", Kind.TEXT)
                        .filter("programmeId", "e.programme_id = :programmeId", Kind.ID)
                        .filter("status", "e.status = :status", Kind.TEXT)
                        .filter("phase", "(" + PHASE.formatted("e") + ") = :phase", Kind.TEXT)
                        .filter("young", "e.young = :young", Kind.YES_NO))
                .refers("instrumentId", INSTRUMENT)
                .own("status", Campaign.Status.DRAFT).own("announcedAt", null).own("publishedAt", null)
                .shows("phase", PHASE.formatted("e"))
                .shows("procedure", "(SELECT i.procedure FROM instrument i WHERE i.id = e.instrument_id)")
                .shows("provider", "(SELECT i.provider FROM instrument i WHERE i.id = e.instrument_id)")
                .shows("participants", "(SELECT count(*) FROM campaign_participation p WHERE p.campaign_id = e.id AND NOT p.deleted)")
                .shows("people", "cardinality(e.person_ids)").shows("judges", "cardinality(e.judge_ids)").brief("personIds", "judgeIds")
                .derived(rules::named)
                .about(it -> Stream.concat(it.people().stream(), it.judges().stream()).distinct().toList())
                .columns(COLUMNS)
                .seenByAll().keptBy(Role.COORDINATOR, Role.ASSESSOR)
                .removedIn(Campaign.MOVES, Campaign::state, Campaign.Status.DRAFT)
                .rules(rules::alone)
                .facts(rules::among);
    }

    private static final Columns COLUMNS = Columns.of(
            Column.text("title", "Название").mandatory(), Column.text("instrument", "Инструмент").mandatory(),
            Column.text("occasion", "Повод"),
            Column.coded("status", List.of(Choice.of("DRAFT", "Проект"), Choice.of("ANNOUNCED", "Объявлена"),
                    Choice.of("PUBLISHED", "Итоги объявлены"), Choice.of("CANCELLED", "Отменена")), "Статус"));

    /// Who was named goes on under another id, among those who take part as among those who judge.
    @Bean
    PersonTraces campaignTraces(Registers registers, Register<Campaign> campaigns) {
        return new RegisterTraces(registers, campaigns) {

            /// A campaign goes on without those who are gone: [ParticipationStore] takes them out.
            @Override
            public Mono<Void> erase(UUID person) {
                return Mono.empty();
            }
        };
    }

    @Bean
    Retelling participationsAgain(ParticipationService participations) {
        return new Retelling(List.of(DiagnosisParticipationChanged.TOPIC), "campaign_participation", participations::announce);
    }
}
