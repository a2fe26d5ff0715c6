package ru.nms.registry.person;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.contracts.PersonChanged;
import ru.nms.contracts.PersonFateChanged;
import ru.nms.contracts.PersonIdentityChanged;
import ru.nms.platform.outbox.Retelling;
import ru.nms.platform.sync.Feed;
import ru.nms.registry.search.Searched;

/// What the federation is told of people: what they do and are qualified for. Names, dates of birth and numbers
/// stay here.
@Configuration(proxyBeanMethods = false)
class PersonFeedConfiguration {

    @Bean
    Feed people() {
        return new Feed("people", "person p", "p",
                """
                jsonb_build_object('category', p.category, 'attestedOn', p.attested_on, 'education', p.education_level,
                        'pedagogical', p.education_pedagogical, 'posts', (
                        SELECT coalesce(jsonb_agg(jsonb_build_object('organisationId', s.organisation_id,
                               'municipalityId', s.municipality_id, 'position', s.position, 'teaching', s.teaching,
                               'subjects', s.subjects, 'since', s.since, 'until', s.until) ORDER BY s.n), '[]')
                          FROM post s WHERE s.person_id = p.id))""",
                "jsonb_build_object('id', p.id)", List.of("municipalities", "organisations"));
    }

    @Bean
    Searched searchedPeople() {
        return new Searched("person", "person r WHERE NOT r.deleted", "r.id",
                "concat_ws(' ', r.last_name, r.first_name, r.patronymic)", "r.name_key", PersonReference.visible("r.id"));
    }

    @Bean
    Retelling peopleAgain(PersonService people) {
        return new Retelling(List.of(PersonChanged.TOPIC, PersonIdentityChanged.TOPIC), "told_person", people::sayAgain);
    }

    @Bean
    Retelling fatesAgain(FateService fates) {
        return new Retelling(List.of(PersonFateChanged.TOPIC), "told_fate", fates::sayAgain, true);
    }
}
