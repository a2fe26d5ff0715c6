package ru.nms.diagnostics.campaign;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/// SQL about the lists of campaigns that are filled from files.
@Repository
class CampaignPeopleStore {

    private final DatabaseClient db;

    CampaignPeopleStore(DatabaseClient db) {
        this.db = db;
    }

    /// A campaign by list that has not been announced.
    ///
    /// @param title as it is searched
    record Draft(UUID id, String title, List<UUID> people) {

        boolean isNamed(@Nullable String idOrTitle) {
            return id.toString().equals(idOrTitle) || title.equals(idOrTitle);
        }
    }

    /// Those with one of these ids or folded titles; nobody else changes them until the transaction ends.
    Mono<List<Draft>> drafts(Collection<String> names) {
        return db.sql("""
                SELECT id, search_key, person_ids FROM campaign
                 WHERE (CAST(id AS text) = ANY (:names) OR search_key = ANY (:names)) AND status = 'DRAFT' AND audience = 'LIST' AND NOT deleted
                 ORDER BY id FOR UPDATE
                """).bind("names", names.toArray(String[]::new))
                .map(row -> new Draft(requireNonNull(row.get("id", UUID.class)), requireNonNull(row.get("search_key", String.class)),
                        List.of(requireNonNull(row.get("person_ids", UUID[].class)))))
                .all().collectList();
    }

    /// @return the version of the campaign from now on
    Mono<Long> join(UUID campaign, Collection<UUID> people, Instant now) {
        return db.sql("""
                UPDATE campaign SET person_ids = person_ids || :people, version = version + 1, changed_at = :now WHERE id = :id
                RETURNING version
                """).bind("people", people.toArray(UUID[]::new)).bind("now", now).bind("id", campaign)
                .map(row -> requireNonNull(row.get("version", Long.class))).one();
    }
}
