package ru.nms.diagnostics.offer;

import java.time.LocalDate;
import java.util.Collection;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;

/// Reads what works on competences. Nothing of it is personal.
@Repository
public class OfferStore {

    private static final int MOST_OF_A_KIND = 20;

    private final DatabaseClient db;

    OfferStore(DatabaseClient db) {
        this.db = db;
    }

    /// For each competence: programmes of the federal register first, sites with the status on the day, practices of the bank.
    public Flux<Offer> on(Collection<String> competences, LocalDate day) {
        return db.sql("""
                SELECT wanted.competence, offer.*
                  FROM unnest(:competences) AS wanted (competence) CROSS JOIN LATERAL (
                    (SELECT 'PROGRAMME' AS kind, id, title, provider_id AS organisation_id, hours,
                            coalesce(included_on <= :day AND (excluded_on IS NULL OR excluded_on > :day), false) AS in_register
                       FROM programme
                      WHERE competences @> ARRAY[wanted.competence] AND NOT deleted AND status NOT IN ('REFUSED', 'WITHDRAWN')
                      ORDER BY in_register DESC, title, id LIMIT :most)
                    UNION ALL
                    (SELECT 'SITE', id, title, organisation_id, NULL, NULL FROM site
                      WHERE competences @> ARRAY[wanted.competence] AND NOT deleted AND since <= :day AND (until IS NULL OR until > :day)
                      ORDER BY title, id LIMIT :most)
                    UNION ALL
                    (SELECT 'PRACTICE', id, title, organisation_id, NULL, NULL FROM practice
                      WHERE competences @> ARRAY[wanted.competence] AND NOT deleted AND status IN ('PUBLISHED', 'REPLICATED')
                      ORDER BY title, id LIMIT :most)) AS offer
                 ORDER BY wanted.competence, array_position(ARRAY['PROGRAMME', 'SITE', 'PRACTICE'], offer.kind),
                          offer.in_register DESC NULLS LAST, offer.title, offer.id
                """)
                .bind("competences", competences.stream().distinct().toArray(String[]::new))
                .bind("day", day)
                .bind("most", MOST_OF_A_KIND)
                .mapProperties(Offer.class)
                .all();
    }
}
