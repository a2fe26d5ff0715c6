package ru.nms.registry.person;

import static ru.nms.registry.quality.QualityCheck.Severity.ERROR;
import static ru.nms.registry.quality.QualityCheck.Severity.NOTICE;
import static ru.nms.registry.quality.QualityCheck.Severity.WARNING;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import ru.nms.registry.quality.QualityCheck;

/// What may be wrong with people and their posts.
@Configuration(proxyBeanMethods = false)
class PersonChecksConfiguration {

    /// A person with the municipality of a post that is not over.
    private static final String PERSON = """
            SELECT p.id, (SELECT s.municipality_id FROM post s
                           WHERE s.person_id = p.id AND (s.until IS NULL OR s.until > CAST(:today AS date))
                           ORDER BY s.n LIMIT 1) AS municipality_id, %s AS note
              FROM person p
             WHERE NOT p.deleted AND %s""";

    /// A person with the first post of which the condition holds.
    private static final String POST = """
            SELECT DISTINCT ON (p.id) p.id, s.municipality_id, %s AS note
              FROM person p JOIN post s ON s.person_id = p.id
             WHERE NOT p.deleted AND %s
             ORDER BY p.id, s.n""";

    private static final String HELD = "s.since <= CAST(:today AS date) AND (s.until IS NULL OR s.until > CAST(:today AS date))";

    @Bean
    QualityCheck personDuplicates() {
        return new QualityCheck("person-duplicate", ERROR, "person", "Один человек внесён не раз: совпали имя и дата рождения", """
                SELECT p.id, (SELECT s.municipality_id FROM post s WHERE s.person_id = p.id ORDER BY s.n DESC LIMIT 1) AS municipality_id,
                       CAST(p.others AS text) AS note
                  FROM (SELECT id, count(*) OVER (PARTITION BY name_key, birth_date) AS others
                          FROM person WHERE NOT deleted AND birth_date IS NOT NULL) AS p
                 WHERE p.others > 1""");
    }

    @Bean
    QualityCheck peopleWithoutBirthDate() {
        return new QualityCheck("person-without-birth-date", NOTICE, "person", "Нет даты рождения: не определить молодого педагога",
                PERSON.formatted("CAST(NULL AS text)", "p.birth_date IS NULL"));
    }

    @Bean
    QualityCheck peopleOfNoPlace() {
        return new QualityCheck("person-without-place", WARNING, "person", "Нет ни одной должности и не выпускник", PERSON.formatted(
                "CAST(NULL AS text)", "p.graduated_on IS NULL AND NOT EXISTS (SELECT FROM post s WHERE s.person_id = p.id)"));
    }

    @Bean
    QualityCheck categoriesWithoutDate() {
        return new QualityCheck("category-without-date", WARNING, "person", "Категория без даты аттестации",
                PERSON.formatted("p.category", "p.category NOT IN ('NONE', 'SUITABLE') AND p.attested_on IS NULL"));
    }

    @Bean
    QualityCheck postsInClosedOrganisations() {
        return new QualityCheck("post-in-closed-organisation", ERROR, "person", "Работает в закрытой организации", POST.formatted(
                "CAST(s.organisation_id AS text)", HELD + """
                 AND EXISTS (SELECT FROM organisation o WHERE o.id = s.organisation_id AND o.closed_on <= CAST(:today AS date))"""));
    }

    @Bean
    QualityCheck postsHeldTwice() {
        return new QualityCheck("post-held-twice", WARNING, "person", "Одна должность в одной организации занята дважды сразу", POST.formatted(
                "CAST(s.organisation_id AS text)", """
                EXISTS (SELECT FROM post t WHERE t.person_id = s.person_id AND t.n > s.n AND t.organisation_id = s.organisation_id
                           AND t.position = s.position AND daterange(t.since, t.until) && daterange(s.since, s.until))"""));
    }

    @Bean
    QualityCheck postsBeforeAge() {
        return new QualityCheck("post-before-age", ERROR, "person", "Принят на работу раньше 14 лет",
                POST.formatted("CAST(s.since AS text)", "s.since < p.birth_date + interval '14 years'"));
    }

    @Bean
    QualityCheck specialityAfterTeaching() {
        return new QualityCheck("speciality-after-teaching", WARNING, "person", "Стаж по специальности начался позже педагогической работы",
                POST.formatted("CAST(p.speciality_since AS text)", "s.teaching AND p.speciality_since > coalesce(s.teaching_since, s.since)"));
    }

    @Bean
    QualityCheck teachersWithoutSubject() {
        return new QualityCheck("teacher-without-subject", NOTICE, "person", "У учителя не названы предметы",
                POST.formatted("CAST(s.organisation_id AS text)", HELD + " AND s.position = 'TEACHER' AND cardinality(s.subjects) = 0"));
    }
}
